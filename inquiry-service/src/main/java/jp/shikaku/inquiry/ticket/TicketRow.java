package jp.shikaku.inquiry.ticket;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;

import jp.shikaku.contracts.faq.FaqTopic;
import jp.shikaku.contracts.number.ConfirmationNumber;
import jp.shikaku.contracts.number.TicketNumber;
import jp.shikaku.contracts.ticket.CannedAnswer;
import jp.shikaku.contracts.ticket.TicketAction;
import jp.shikaku.contracts.ticket.TicketChannel;
import jp.shikaku.contracts.ticket.TicketEvent;
import jp.shikaku.contracts.ticket.TicketLanguage;
import jp.shikaku.contracts.ticket.TicketMessage;
import jp.shikaku.contracts.ticket.TicketMessageKind;
import jp.shikaku.contracts.ticket.TicketState;
import jp.shikaku.contracts.time.JapanTime;

/** Reads rows of the tables of inquiries. */
final class TicketRow {

    static final String TICKET =
            "id, number, code_hash, channel, language, topic, state, assignee, caller_name, caller_contact,"
                    + " confirmation_number, received_at, state_since, due_at, answered_at, purged_at, messages, revision";

    static final String MESSAGE = "id, at, kind, agent, text, masked_numbers, faq_entry, faq_version, faq_language";

    static final String EVENT = "id, at, actor, action, state, assignee, comment, revision";

    private TicketRow() {}

    static StoredTicket ticket(Row row) {
        Buffer hash = row.getBuffer("code_hash");
        String topic = row.getString("topic");
        String confirmation = row.getString("confirmation_number");
        return new StoredTicket(
                row.getUUID("id"),
                TicketNumber.of(row.getString("number")),
                hash == null ? null : hash.getBytes(),
                TicketChannel.valueOf(row.getString("channel")),
                TicketLanguage.valueOf(row.getString("language")),
                topic == null ? null : FaqTopic.valueOf(topic),
                TicketState.valueOf(row.getString("state")),
                row.getString("assignee"),
                row.getString("caller_name"),
                row.getString("caller_contact"),
                confirmation == null ? null : ConfirmationNumber.of(confirmation),
                instant(row, "received_at"),
                instant(row, "state_since"),
                instant(row, "due_at"),
                instant(row, "answered_at"),
                instant(row, "purged_at"),
                row.getInteger("messages"),
                row.getInteger("revision"));
    }

    static TicketMessage message(Row row) {
        String entry = row.getString("faq_entry");
        return new TicketMessage(
                row.getUUID("id"),
                JapanTime.wire(instant(row, "at")),
                TicketMessageKind.valueOf(row.getString("kind")),
                row.getString("agent"),
                row.getString("text"),
                row.getInteger("masked_numbers"),
                entry == null
                        ? null
                        : new CannedAnswer(
                                entry,
                                row.getInteger("faq_version"),
                                TicketLanguage.valueOf(row.getString("faq_language"))));
    }

    static TicketEvent event(Row row) {
        return new TicketEvent(
                row.getUUID("id"),
                JapanTime.wire(instant(row, "at")),
                row.getString("actor"),
                TicketAction.valueOf(row.getString("action")),
                TicketState.valueOf(row.getString("state")),
                row.getString("assignee"),
                row.getString("comment"),
                row.getInteger("revision"));
    }

    private static Instant instant(Row row, String column) {
        return Optional.ofNullable(row.getOffsetDateTime(column))
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }
}
