package jp.shikaku.eligibility.confirmation;

import java.util.Optional;

import jp.shikaku.contracts.confirmation.ConfirmationAnswer;
import jp.shikaku.eligibility.audit.LookRecord;

/**
 * A question that was decided, and is answered once both records are kept.
 *
 * @param look the record of looking at the person
 */
public record Decided(Confirmation confirmation, Found found, LookRecord look) {

    ConfirmationAnswer answer() {
        return Answers.of(confirmation, found.verdict().onCard(), Optional.ofNullable(found.certificate()));
    }
}
