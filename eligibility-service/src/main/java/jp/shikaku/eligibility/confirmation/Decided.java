package jp.shikaku.eligibility.confirmation;

import jp.shikaku.contracts.confirmation.ConfirmationAnswer;
import jp.shikaku.eligibility.audit.LookRecord;
import jp.shikaku.eligibility.verdict.Verdict;

/**
 * A question that was decided, and is answered once both records are kept.
 *
 * @param look the record of looking at the person
 */
public record Decided(Confirmation confirmation, Verdict verdict, LookRecord look) {

    ConfirmationAnswer answer() {
        return Answers.of(confirmation, verdict.onCard());
    }
}
