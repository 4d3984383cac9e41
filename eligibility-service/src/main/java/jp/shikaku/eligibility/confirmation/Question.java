package jp.shikaku.eligibility.confirmation;

import java.time.LocalDate;

/** A question that can be answered: every value in it is valid. */
public sealed interface Question permits CardQuestion, CertificateQuestion {

    int MAX_CORRELATION_ID = 64;

    /** The day the care is given. */
    LocalDate asOf();

    /** The caller's own id; {@code null} when it gave none. */
    String correlationId();

    /** The same question about another day. */
    Question on(LocalDate day);
}
