package jp.shikaku.contracts.ticket;

import java.time.OffsetDateTime;

import jp.shikaku.contracts.number.FollowUpCode;
import jp.shikaku.contracts.number.TicketNumber;
import jp.shikaku.contracts.text.LocalizedText;

/**
 * What a caller keeps.
 *
 * @param followUpCode opens the inquiry together with its number; told here and nowhere else
 * @param dueAt by when it is to be answered, counted in the opening hours of the hotline
 * @param maskedNumbers how many numbers were hidden because they may be individual numbers
 * @param sentence what to tell the caller, the hidden numbers included
 */
public record TicketReceipt(
        TicketNumber number,
        FollowUpCode followUpCode,
        OffsetDateTime receivedAt,
        OffsetDateTime dueAt,
        int maskedNumbers,
        LocalizedText sentence) {}
