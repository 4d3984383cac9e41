package jp.shikaku.contracts.watch;

import java.time.OffsetDateTime;
import java.util.UUID;

import jp.shikaku.contracts.number.ConfirmationNumber;

/**
 * The answer of a watched confirmation has changed. Neither the old nor the new answer is told, nor anything of the person.
 *
 * @param id counts the events of one institution, from 1 and without a gap
 * @param type {@link #CHANGED}
 * @param at when it was noticed, Japan time
 * @param confirmationNumber the confirmation that was watched
 * @param askAgain path at the eligibility service where the card is asked about again
 */
public record WatchEvent(
        long id, String type, OffsetDateTime at, UUID watchId, ConfirmationNumber confirmationNumber, String askAgain) {

    public static final String CHANGED = "watch.changed";
}
