package jp.shikaku.contracts.ticket;

/**
 * @param decision {@link TicketDecision}
 * @param assignee the agent to whom it is assigned; missing is whoever asks
 * @param comment up to 500 characters, kept in the history
 */
public record TicketDecisionRequest(String decision, String assignee, String comment) {}
