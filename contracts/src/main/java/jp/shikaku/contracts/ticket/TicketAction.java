package jp.shikaku.contracts.ticket;

/** What was done with an inquiry. */
public enum TicketAction {
    RECEIVED,
    /** An agent looked at it. */
    READ,
    ASSIGNED,
    RELEASED,
    NOTED,
    ASKED,
    ANSWERED,
    CALLER_WROTE,
    CLOSED,
    REOPENED,
    /** Its personal data were taken out. */
    PURGED
}
