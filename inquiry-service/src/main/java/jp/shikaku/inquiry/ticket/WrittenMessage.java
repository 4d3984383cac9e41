package jp.shikaku.inquiry.ticket;

import jp.shikaku.contracts.ticket.CannedAnswer;
import jp.shikaku.contracts.ticket.TicketMessageKind;

/**
 * A message that can be stored: bounded, and without individual numbers. {@link #toString()} shows nothing of it.
 *
 * @param agent who wrote or typed it; {@code null} for what a caller sent
 * @param maskedNumbers how many numbers were hidden
 * @param canned {@code null} when it is no canned answer
 */
record WrittenMessage(TicketMessageKind kind, String agent, String text, int maskedNumbers, CannedAnswer canned) {

    @Override
    public String toString() {
        return "WrittenMessage[not shown]";
    }
}
