package jp.shikaku.registration.world;

/** Many records like one that was cleared, put into the database past the service: as if a file had been taken in. */
public record Copies(Rows rows) {

    /** The ids of copies are smaller than those of real records, which start with the time. */
    private static final String IDS = "'00000001-0000-0000-0000-000000000000'";

    /** Queues {@code count} records like {@code enrolmentId} for eligibility, with the priority of a file's. */
    public void queue(String enrolmentId, int count) {
        rows.run(
                """
                create temporary table copy as
                    select ('00000000' || substr(gen_random_uuid()::text, 9))::uuid as id from generate_series(1, %1$d);
                insert into enrolment select (jsonb_populate_record(
                        e, jsonb_build_object('id', copy.id, 'coverage_version', 1, 'latest_version', 1))).*
                    from enrolment e, copy where e.id = '%2$s';
                insert into enrolment_version (%3$s) select %3$s from (
                    select (jsonb_populate_record(v, jsonb_build_object(
                        'enrolment_id', copy.id, 'version', 1, 'state', 'CLEARED', 'linked_at', null))).*
                    from enrolment_version v, copy where v.enrolment_id = '%2$s' and v.version = 1) copied;
                insert into linkage_outbox (
                        enrolment_id, coverage_version, version, state, medical_info_allowed, priority, queued_at)
                    select id, 1, 1, 'VISIBLE', true, 2, now() from copy;
                drop table copy;"""
                        .formatted(count, enrolmentId, rows.columns("enrolment_version")));
    }

    /** Takes all copies away again, also those that are queued. */
    public void remove() {
        rows.run(
                """
                delete from linkage_outbox where enrolment_id < %1$s;
                delete from enrolment_version where enrolment_id < %1$s;
                delete from enrolment where id < %1$s"""
                        .formatted(IDS));
    }
}
