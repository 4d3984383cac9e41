package jp.shikaku.registration.world;

import java.util.List;
import java.util.UUID;

/** Records in doubt by the thousand, put into the database as copies of one. */
public final class HeldRecords {

    private static final String COPY =
            """
            with pattern as (
                select v as version, h as hold from hold h
                join enrolment_version v on v.enrolment_id = h.enrolment_id and v.version = h.version
                where h.id = '%1$s'),
            ids as (select gen_random_uuid() as enrolment, gen_random_uuid() as hold from generate_series(1, %2$d)),
            enrolments as (
                insert into enrolment (id, insurer_number, latest_version)
                select ids.enrolment, (pattern.version).insurer_number, (pattern.version).version from ids, pattern),
            versions as (
                insert into enrolment_version (%3$s) select %3$s from (
                    select (jsonb_populate_record(
                        pattern.version, jsonb_build_object('enrolment_id', ids.enrolment, 'hold_id', ids.hold))).*
                    from ids, pattern) copied)
            insert into hold (id, enrolment_id, version, insurer_number, state, findings, opened_at)
            select ids.hold, ids.enrolment, (pattern.hold).version, (pattern.hold).insurer_number, 'OPEN',
                (pattern.hold).findings, (pattern.hold).opened_at
            from ids, pattern""";

    private HeldRecords() {}

    /** The open holds of the insurer, after its hold {@code pattern} was copied so many times. */
    public static List<String> copies(Rows rows, Insurer insurer, String pattern, int copies) {
        rows.run(COPY.formatted(pattern, copies, rows.columns("enrolment_version")));
        return rows
                .column(
                        "select id::text from hold where insurer_number = ? and state = 'OPEN' order by id",
                        insurer.number())
                .stream()
                .map(String.class::cast)
                .toList();
    }

    /** One more open doubt about the record of a hold: about a second version that says the same. */
    public static String second(Rows rows, Insurer insurer, String hold) {
        UUID second = UUID.randomUUID();
        UUID enrolment = (UUID) rows.column("select enrolment_id from hold where id = ?", UUID.fromString(hold))
                .get(0);
        rows.run(("insert into enrolment_version (%2$s) select %2$s from (select (jsonb_populate_record("
                        + "v, '{\"version\": 2}')).* from enrolment_version v where enrolment_id = '%1$s') copied")
                .formatted(enrolment, rows.columns("enrolment_version")));
        rows.run("update enrolment set latest_version = 2 where id = '%s'".formatted(enrolment));
        rows.run("insert into hold (id, enrolment_id, version, insurer_number, state, findings, opened_at)"
                + " values ('%s', '%s', 2, '%s', 'OPEN', '{\"items\":[]}', now())"
                        .formatted(second, enrolment, insurer.number()));
        return second.toString();
    }
}
