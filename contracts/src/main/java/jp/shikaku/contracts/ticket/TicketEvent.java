package jp.shikaku.contracts.ticket;

import java.time.OffsetDateTime;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One step in the history of an inquiry.
 *
 * @param actor {@code hotline:} and the agent's id, {@code caller} or {@code system}
 * @param state its state after it
 * @param assignee who had it after it; missing when nobody
 * @param comment what was said about it; missing when nothing was, or once it was purged
 * @param revision of the inquiry after it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TicketEvent(
        UUID id,
        OffsetDateTime at,
        String actor,
        TicketAction action,
        TicketState state,
        String assignee,
        String comment,
        int revision) {}
