package jp.shikaku.registration.world;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that the import of one file leaves in a database, but for what differs each time: ids, moments, ciphertext. */
public final class ImportedRows {

    private static final Map<String, String> QUERIES = queries();

    private ImportedRows() {}

    /** The rows of each table as JSON, in an order that does not depend on ids. */
    public static Map<String, List<Object>> in(Rows rows) {
        Map<String, List<Object>> found = new LinkedHashMap<>();
        QUERIES.forEach((table, query) -> found.put(table, rows.column(query)));
        return found;
    }

    private static Map<String, String> queries() {
        Map<String, String> queries = new LinkedHashMap<>();
        queries.put("enrolment", "select (to_jsonb(e) - 'id')::text from enrolment e order by 1");
        queries.put(
                "enrolment_version",
                """
                select e.record_key || ' ' || (to_jsonb(v) - '{enrolment_id,hold_id,entered_at,cleared_at,linked_at}'::text[]
                    || jsonb_build_object('held', v.hold_id is not null, 'cleared', v.cleared_at is not null,
                        'linked', v.linked_at is not null))
                from enrolment_version v join enrolment e on e.id = v.enrolment_id order by 1""");
        queries.put(
                "hold",
                """
                select e.record_key || ' ' || (to_jsonb(h) - '{id,enrolment_id,opened_at}'::text[])
                from hold h join enrolment e on e.id = h.enrolment_id order by 1""");
        queries.put("individual", "select person_key from individual order by 1");
        queries.put(
                "enrolment_import_refusal",
                """
                select line || ' ' || refused from enrolment_import_refusal order by line""");
        queries.put(
                "enrolment_import",
                """
                select (to_jsonb(i) - '{id,received_at,started_at,ended_at,worked_at,worker,leased_until}'::text[])::text
                from enrolment_import i order by 1""");
        queries.put("submission", "select caller || ' ' || fingerprint from submission order by 1");
        for (String empty : List.of("enrolment_import_chunk", "linkage_outbox")) {
            queries.put(empty, "select t::text from " + empty + " t");
        }
        return queries;
    }
}
