package jp.shikaku.eligibility.oqs;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jp.shikaku.contracts.number.ConfirmationNumber;
import jp.shikaku.contracts.number.InstitutionCode;
import jp.shikaku.contracts.oqs.OqsFault;
import jp.shikaku.contracts.oqs.SearchInfo;

/**
 * A bulk inquiry.
 *
 * @param receptionNumber 受付番号, which names it from now on
 * @param fileIdentifier the caller's own; {@code null} when there is none
 * @param asOf the day asked about, for every card
 * @param requestId of the request that brought it: under it the looks are found
 */
record OqsBulk(
        String receptionNumber,
        InstitutionCode institution,
        String fileIdentifier,
        LocalDate asOf,
        Instant receivedAt,
        UUID requestId) {

    /** What has become of an inquiry. */
    record Standing(OqsBulk bulk, boolean answered, int cards, int confirmed) {}

    /** A card that is still to be asked about. */
    record Open(int place, SearchInfo card, int attempts) {}

    /** What came of one attempt at a card. */
    sealed interface Outcome {

        int place();

        record Confirmed(int place, ConfirmationNumber number) implements Outcome {}

        record Refused(int place, List<OqsFault> faults) implements Outcome {}

        /** To be tried again. */
        record Undetermined(int place) implements Outcome {}
    }

    /**
     * A card that was asked about.
     *
     * @param number {@code null} when it was refused
     * @param faults empty when it was not
     */
    record Done(int place, SearchInfo card, ConfirmationNumber number, List<OqsFault> faults) {}
}
