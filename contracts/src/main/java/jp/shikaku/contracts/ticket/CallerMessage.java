package jp.shikaku.contracts.ticket;

import java.time.OffsetDateTime;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One message between a caller and the hotline.
 *
 * @param kind CALLER, REPLY or QUESTION
 * @param maskedNumbers how many numbers in it were hidden because they may be individual numbers
 * @param canned the question whose answer it is; missing when it is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CallerMessage(
        OffsetDateTime at, TicketMessageKind kind, String text, int maskedNumbers, CannedAnswer canned) {}
