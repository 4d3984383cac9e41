package jp.shikaku.contracts.oqs;

import java.util.List;

import jp.shikaku.contracts.confirmation.PrescriptionForm;
import jp.shikaku.contracts.confirmation.ShownCoverage;
import jp.shikaku.contracts.coverage.Validity;

/** What was found out about one card: the second of the two layers. */
public sealed interface CardResult {

    /**
     * An answer. {@code ProcessingResultStatus} 1.
     *
     * @param coverage {@code null} when there is none to show
     * @param notice {@code ProcessingResultMessage}, which clients show as it is
     */
    record Answered(Validity validity, PrescriptionForm prescription, ShownCoverage coverage, String notice)
            implements CardResult {}

    /** No answer, for what the request says of this card. {@code ProcessingResultStatus} 2; at least one fault. */
    record Refused(List<OqsFault> faults) implements CardResult {

        public Refused {
            faults = List.copyOf(faults);
        }
    }
}
