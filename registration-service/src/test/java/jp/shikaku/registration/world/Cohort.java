package jp.shikaku.registration.world;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Many synthetic persons and a file about them, in which some rows are doubtful, wrong, or there twice. Two cohorts of
 * one size differ in nothing but the numbers.
 */
public final class Cohort {

    private static final int RESIDENTS_AT_ONCE = 1000;

    private final String name = "c-" + UUID.randomUUID();
    private final List<Citizen> citizens = new ArrayList<>();

    private Cohort() {}

    public static Cohort of(int size) {
        Cohort cohort = new Cohort();
        for (int i = 0; i < size; i++) {
            cohort.citizens.add(
                    new Citizen(Citizen.nextNumber(), "山田 花子", "ヤマダ ハナコ", "1990-01-15", "2", "東京都千代田区霞が関1丁目2番3号"));
        }
        return cohort;
    }

    public List<Citizen> citizens() {
        return List.copyOf(citizens);
    }

    /** All of them, as the resident register has them. */
    public List<List<?>> residents() {
        List<List<?>> pages = new ArrayList<>();
        for (int from = 0; from < citizens.size(); from += RESIDENTS_AT_ONCE) {
            pages.add(citizens.subList(from, Math.min(from + RESIDENTS_AT_ONCE, citizens.size())).stream()
                    .map(Citizen::resident)
                    .toList());
        }
        return pages;
    }

    /** Every tenth is born on another day, every eleventh has no readable date, every thirteenth comes again. */
    public byte[] file() {
        StringBuilder file = new StringBuilder(ImportDesk.HEADER).append("\r\n");
        for (int i = 0; i < citizens.size(); i++) {
            String row = ImportDesk.row(recordKey(i), citizens.get(i), i % 11 == 0 ? "昭和64年1月8日" : Days.ago(30));
            row = i % 10 == 0 ? row.replace("1990/01/15", "1991/01/15") : row;
            file.append(row).append("\r\n");
            if (i % 13 == 0) {
                file.append(row).append("\r\n");
            }
        }
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What is stored of them, without what differs between two cohorts; from {@link Rows#column}. */
    public List<Object> stored(Rows rows) {
        return rows.column(
                """
                select concat_ws(' ', substr(e.record_key, length(?) + 2), v.version, v.birth_date,
                    v.medical_info_allowed, v.findings::text, h.state, h.findings::text,
                    e.latest_version, e.coverage_version)
                from enrolment e join enrolment_version v on v.enrolment_id = e.id
                    left join hold h on h.enrolment_id = v.enrolment_id and h.version = v.version
                where e.record_key like ? order by e.record_key, v.version""",
                name,
                name + "%");
    }

    private String recordKey(int i) {
        return "%s-%06d".formatted(name, i);
    }
}
