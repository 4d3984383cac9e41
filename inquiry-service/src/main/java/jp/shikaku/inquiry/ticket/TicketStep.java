package jp.shikaku.inquiry.ticket;

import jp.shikaku.contracts.ticket.TicketAction;

/** What can happen to an inquiry that has been received. */
public enum TicketStep {
    ASSIGN(TicketAction.ASSIGNED),
    RELEASE(TicketAction.RELEASED),
    NOTE(TicketAction.NOTED),
    ASK(TicketAction.ASKED),
    ANSWER(TicketAction.ANSWERED),
    CALLER_WROTE(TicketAction.CALLER_WROTE),
    CLOSE(TicketAction.CLOSED),
    REOPEN(TicketAction.REOPENED);

    private final TicketAction action;

    TicketStep(TicketAction action) {
        this.action = action;
    }

    /** As the history calls it. */
    TicketAction action() {
        return action;
    }
}
