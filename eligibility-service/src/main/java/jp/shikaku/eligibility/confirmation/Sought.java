package jp.shikaku.eligibility.confirmation;

import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.contracts.problem.ProblemType;

/** What looking for the person of a question came to. */
sealed interface Sought {

    record Known(Found found) implements Sought {}

    /**
     * The certificate cannot be used.
     *
     * @param holder {@code null} where it is not known
     */
    record Unusable(ProblemType reason, PersonKey holder) implements Sought {}
}
