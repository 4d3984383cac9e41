package jp.shikaku.contracts.ticket;

/** What a message is. */
public enum TicketMessageKind {
    /** From the caller. */
    CALLER,
    /** An answer to the caller. */
    REPLY,
    /** Something the caller is asked. */
    QUESTION,
    /** For agents only. */
    NOTE
}
