package jp.shikaku.contracts.ticket;

/**
 * What an agent gets who has typed an inquiry.
 *
 * @param receipt to be read out to the caller
 */
public record AgentReceipt(Ticket ticket, TicketReceipt receipt) {}
