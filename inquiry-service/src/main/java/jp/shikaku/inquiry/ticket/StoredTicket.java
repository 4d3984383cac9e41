package jp.shikaku.inquiry.ticket;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import jp.shikaku.contracts.faq.FaqTopic;
import jp.shikaku.contracts.number.ConfirmationNumber;
import jp.shikaku.contracts.number.TicketNumber;
import jp.shikaku.contracts.ticket.CallerMessage;
import jp.shikaku.contracts.ticket.CallerTicket;
import jp.shikaku.contracts.ticket.Ticket;
import jp.shikaku.contracts.ticket.TicketChannel;
import jp.shikaku.contracts.ticket.TicketLanguage;
import jp.shikaku.contracts.ticket.TicketMessage;
import jp.shikaku.contracts.ticket.TicketMessageKind;
import jp.shikaku.contracts.ticket.TicketState;
import jp.shikaku.contracts.ticket.TicketSummary;
import jp.shikaku.contracts.time.JapanTime;

/**
 * An inquiry as the database holds it. {@link #toString()} shows its number alone.
 *
 * @param codeHash {@code null} once it was purged
 * @param messages how many there are
 */
record StoredTicket(
        UUID id,
        TicketNumber number,
        byte[] codeHash,
        TicketChannel channel,
        TicketLanguage language,
        FaqTopic topic,
        TicketState state,
        String assignee,
        String name,
        String contact,
        ConfirmationNumber confirmationNumber,
        Instant receivedAt,
        Instant stateSince,
        Instant dueAt,
        Instant answeredAt,
        Instant purgedAt,
        int messages,
        int revision) {

    TicketSummary summary(Instant now) {
        return new TicketSummary(
                id,
                number,
                channel,
                state,
                topic,
                language,
                assignee,
                JapanTime.wire(receivedAt),
                JapanTime.wire(stateSince),
                wire(dueAt),
                dueAt != null && dueAt.isBefore(now),
                wire(answeredAt),
                wire(purgedAt),
                revision);
    }

    Ticket forAgents(List<TicketMessage> written, Instant now) {
        return new Ticket(summary(now), name, contact, confirmationNumber, written);
    }

    CallerTicket forItsCaller(List<TicketMessage> written) {
        List<CallerMessage> told = written.stream()
                .filter(message -> message.kind() != TicketMessageKind.NOTE)
                .map(message -> new CallerMessage(
                        message.at(), message.kind(), message.text(), message.maskedNumbers(), message.canned()))
                .toList();
        return new CallerTicket(
                number, state, state.sentence(), topic, language, JapanTime.wire(receivedAt), wire(dueAt), told);
    }

    private static OffsetDateTime wire(Instant moment) {
        return moment == null ? null : JapanTime.wire(moment);
    }

    @Override
    public String toString() {
        return "StoredTicket[" + number + "]";
    }
}
