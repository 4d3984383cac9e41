package jp.shikaku.inquiry.world;

import jp.shikaku.contracts.number.ConfirmationNumber;

/** What the sisters say, in the words of the wire. */
public final class Answers {

    public static final ConfirmationNumber NUMBER = ConfirmationNumber.ofBits(0x0c0ffeeL);
    public static final String SUBJECT_KEY = "S".repeat(42) + "A";
    public static final String PERSON_KEY = "P".repeat(42) + "A";
    public static final String NOTHING_KNOWN = progress("NOTHING_KNOWN", null, null, false);

    private Answers() {}

    /** Eligibility, of {@link #NUMBER}: the codes of what was shown and of what would be shown now. */
    public static String standing(int shown, int now) {
        return """
                {"confirmationNumber":"%s","askedAt":"2026-04-08T10:00:00+09:00","shown":%s,"now":%s,
                "personKey":"%s","subjectKey":"%s"}"""
                .formatted(
                        NUMBER.display(),
                        shown("2026-04-08", shown),
                        shown("2026-04-08", now),
                        PERSON_KEY,
                        SUBJECT_KEY);
    }

    /** Registration; a date that is {@code null} is left out. */
    public static String progress(String stage, String since, String due, boolean overdue) {
        String dates = (since == null ? "" : "\"since\":\"%s\",".formatted(since))
                + (due == null ? "" : "\"dueOn\":\"%s\",".formatted(due));
        return "{\"stage\":\"%s\",%s\"overdue\":%s}".formatted(stage, dates, overdue);
    }

    private static String shown(String asOf, int validity) {
        return """
                {"asOf":"%s","validity":%d,"display":{"ja":"表示","en":"display"},
                "prescription":{"form":"PAPER","reason":{"ja":"紙","en":"paper"}}}"""
                .formatted(asOf, validity);
    }
}
