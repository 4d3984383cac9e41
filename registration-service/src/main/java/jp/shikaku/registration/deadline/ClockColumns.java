package jp.shikaku.registration.deadline;

import jp.shikaku.contracts.deadline.DeadlineClock;

/**
 * Where the two periods stand in the table of reports {@code r}.
 *
 * @param runs while this is so, the period runs; written as the indexes have it
 * @param ended when this is so, it is done
 */
record ClockColumns(
        DeadlineClock clock, String runs, String ended, String since, String due, String done, String held) {

    private static final String DATE_OF = "(%s at time zone 'Asia/Tokyo')::date";

    /**
     * A report that an insurer registered before it counted as filed was early. What came back to its employer, or was
     * withdrawn, is no case of the insurer.
     */
    private static final ClockColumns EMPLOYER = new ClockColumns(
            DeadlineClock.EMPLOYER,
            "r.state in ('PREPARED', 'RETURNED')",
            "r.state in ('FILED', 'REGISTERED')",
            "r.fact_on",
            "r.employer_due_on",
            "coalesce(r.filed_at, r.registered_at)",
            "null::timestamptz");

    private static final ClockColumns INSURER = new ClockColumns(
            DeadlineClock.INSURER,
            "r.state = 'FILED'",
            "r.state = 'REGISTERED' and r.insurer_due_on is not null",
            DATE_OF.formatted("r.filed_at"),
            "r.insurer_due_on",
            "r.registered_at",
            "(select min(h.opened_at) from hold h where h.enrolment_id = r.enrolment_id and h.state = 'OPEN')");

    static ClockColumns of(DeadlineClock clock) {
        return switch (clock) {
            case EMPLOYER -> EMPLOYER;
            case INSURER -> INSURER;
        };
    }

    /** Whether it was done after the last day. */
    String late() {
        return DATE_OF.formatted(done) + " > " + due;
    }

    String select() {
        return "select r.id, r.kind, r.state, r.reference, r.employer_number, r.insurer_number, %s as since, %s as due_on,"
                        .formatted(since, due)
                + " case when %s then %s end as done_at, %s as held_since from report r ".formatted(ended, done, held);
    }
}
