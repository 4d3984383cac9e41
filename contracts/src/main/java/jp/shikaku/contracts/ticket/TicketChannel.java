package jp.shikaku.contracts.ticket;

/** How an inquiry came in. */
public enum TicketChannel {
    /** The public form, without sign-in. */
    FORM,
    /** Typed by an agent, as for a call. */
    AGENT
}
