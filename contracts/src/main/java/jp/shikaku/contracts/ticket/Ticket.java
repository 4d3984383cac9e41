package jp.shikaku.contracts.ticket;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

import jp.shikaku.contracts.number.ConfirmationNumber;

/**
 * An inquiry as the agent who opens it sees it.
 *
 * @param name how to address the caller; missing when not given or purged
 * @param contact where to reach the caller; missing when not given or purged
 * @param confirmationNumber leads to the case file; missing when not given
 * @param messages everything that was written, the oldest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Ticket(
        TicketSummary summary,
        String name,
        String contact,
        ConfirmationNumber confirmationNumber,
        List<TicketMessage> messages) {

    public Ticket {
        messages = List.copyOf(messages);
    }
}
