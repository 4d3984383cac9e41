package jp.shikaku.contracts.confirmation;

import java.time.LocalDate;
import java.util.Objects;

import jp.shikaku.contracts.text.LocalizedText;

/**
 * Something to be told with an answer.
 *
 * @param on the day it is about
 */
public record AnswerNotice(NoticeCode code, LocalDate on, LocalizedText text) {

    /** What is noticed. */
    public enum NoticeCode {
        /** The coverage ends soon: {@code on} is the first day without. */
        COVERAGE_ENDS,
        /** The card is valid up to and on {@code on}, which is near. */
        CARD_EXPIRES,
        /** The card was valid up to and on {@code on}; the coverage is not over with it. */
        CARD_EXPIRED,
        /** The certificate on the individual-number card expires on {@code on}, which is near. */
        CERTIFICATE_EXPIRES,
        /**
         * The certificate has expired on {@code on}; it serves for eligibility, and for nothing else, to the end of the third
         * month after that one.
         */
        CERTIFICATE_EXPIRED,
        /** What the answer about {@code on} showed may not be shown any more: it is not to be relied on. */
        NO_LONGER_SHOWN
    }

    public AnswerNotice {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(on, "on");
        Objects.requireNonNull(text, "text");
    }
}
