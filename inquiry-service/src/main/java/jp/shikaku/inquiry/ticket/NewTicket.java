package jp.shikaku.inquiry.ticket;

import jp.shikaku.contracts.faq.FaqTopic;
import jp.shikaku.contracts.number.ConfirmationNumber;
import jp.shikaku.contracts.ticket.TicketLanguage;

/**
 * An inquiry that can be stored: bounded, and without individual numbers. {@link #toString()} shows nothing of it.
 *
 * @param topic {@code null} when none was named
 * @param name {@code null} when not given
 * @param contact {@code null} when not given
 * @param confirmationNumber {@code null} when not given
 * @param maskedNumbers how many numbers were hidden in all of it
 */
record NewTicket(
        FaqTopic topic,
        TicketLanguage language,
        String name,
        String contact,
        ConfirmationNumber confirmationNumber,
        String text,
        int maskedNumbers) {

    @Override
    public String toString() {
        return "NewTicket[not shown]";
    }
}
