package jp.shikaku.contracts.ticket;

import java.time.OffsetDateTime;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One message of an inquiry, as agents see it.
 *
 * @param agent who wrote or typed it; missing for what a caller sent
 * @param text missing once it was purged
 * @param maskedNumbers how many numbers in it were hidden because they may be individual numbers
 * @param canned the question whose answer it is; missing when it is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TicketMessage(
        UUID id,
        OffsetDateTime at,
        TicketMessageKind kind,
        String agent,
        String text,
        int maskedNumbers,
        CannedAnswer canned) {}
