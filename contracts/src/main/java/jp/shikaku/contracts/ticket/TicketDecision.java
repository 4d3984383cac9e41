package jp.shikaku.contracts.ticket;

/** What an agent decides about an inquiry, beside answering it. */
public enum TicketDecision {
    /** To the agent who is named, or to oneself. */
    ASSIGN,
    /** Back to where anybody may take it. */
    RELEASE,
    CLOSE,
    REOPEN
}
