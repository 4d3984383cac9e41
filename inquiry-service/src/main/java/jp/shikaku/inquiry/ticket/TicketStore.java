package jp.shikaku.inquiry.ticket;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;

import jp.shikaku.contracts.number.TicketNumber;
import jp.shikaku.contracts.ticket.TicketAction;
import jp.shikaku.contracts.ticket.TicketChannel;
import jp.shikaku.contracts.ticket.TicketEvent;
import jp.shikaku.contracts.ticket.TicketMessage;
import jp.shikaku.kit.request.PageRequest;

/** Inquiries, what was written to them and their history, in plain SQL. Every method runs in the transaction it is given. */
@ApplicationScoped
class TicketStore {

    private static final String INSERT =
            """
            insert into ticket (id, number, code_hash, channel, language, topic, state, caller_name, caller_contact,
                confirmation_number, received_at, state_since, due_at, messages, revision)
            values ($1, $2, $3, $4, $5, $6, 'RECEIVED', $7, $8, $9, $10, $10, $11, 0, 1)""";

    private static final String CHANGE =
            """
            update ticket
            set state = $2, assignee = $3, due_at = $4, answered_at = coalesce(answered_at, $5), messages = messages + $6,
                state_since = case when state = $2 then state_since else $7 end, revision = revision + 1
            where id = $1""";

    private static final String WRITE =
            """
            insert into ticket_message (id, ticket_id, at, kind, agent, text, masked_numbers,
                faq_entry, faq_version, faq_language)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)""";

    private static final String RECORD =
            """
            insert into ticket_event (id, ticket_id, at, actor, action, state, assignee, comment, revision)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)""";

    private static final String FIND = "select " + TicketRow.TICKET + " from ticket where number = $1";
    private static final String FIND_BY_ID = "select " + TicketRow.TICKET + " from ticket where id = $1";

    private static final String MESSAGES =
            "select " + TicketRow.MESSAGE + " from ticket_message where ticket_id = $1 order by id";

    private static final String HISTORY = "select " + TicketRow.EVENT
            + " from ticket_event where ticket_id = $1 and ($2::uuid is null or id > $2) order by id limit $3";

    /** Due first; where nothing is owed, in the order of coming in. */
    private static final String LIST = "select " + TicketRow.TICKET
            + """
             from ticket
            where case when $1::text is null then state <> 'CLOSED' else state = $1 end
                and ($2::text is null or assignee = $2) and (not $3::boolean or assignee is null)
                and ($4::text is null or topic = $4) and ($5::text is null or channel = $5)
                and (not $6::boolean or due_at < $7)
                and ($8::uuid is null or (coalesce(due_at, 'infinity'::timestamptz), id) > (
                    select coalesce(a.due_at, 'infinity'::timestamptz), a.id from ticket a where a.id = $8))
            order by coalesce(due_at, 'infinity'::timestamptz), id limit $9""";

    /** @param dueAt {@code null} when nothing is owed. @param messages how many were written with it */
    record Change(String state, String assignee, Instant dueAt, boolean answered, int messages) {}

    Uni<Void> insert(
            SqlClient in,
            UUID id,
            TicketNumber number,
            byte[] codeHash,
            TicketChannel channel,
            NewTicket ticket,
            Instant dueAt,
            Instant now) {
        return in.preparedQuery(INSERT)
                .execute(Tuple.from(Arrays.asList(
                        id,
                        number.value(),
                        Buffer.buffer(codeHash),
                        channel.name(),
                        ticket.language().name(),
                        ticket.topic() == null ? null : ticket.topic().name(),
                        ticket.name(),
                        ticket.contact(),
                        ticket.confirmationNumber() == null
                                ? null
                                : ticket.confirmationNumber().value(),
                        utc(now),
                        utc(dueAt))))
                .replaceWithVoid();
    }

    Uni<Void> change(SqlClient in, UUID id, Change change, Instant now) {
        return in.preparedQuery(CHANGE)
                .execute(Tuple.from(Arrays.asList(
                        id,
                        change.state(),
                        change.assignee(),
                        utc(change.dueAt()),
                        change.answered() ? utc(now) : null,
                        change.messages(),
                        utc(now))))
                .replaceWithVoid();
    }

    Uni<Void> write(SqlClient in, UUID ticket, WrittenMessage message, Instant now) {
        var canned = Optional.ofNullable(message.canned());
        return in.preparedQuery(WRITE)
                .execute(Tuple.from(Arrays.asList(
                        UuidCreator.getTimeOrderedEpoch(),
                        ticket,
                        utc(now),
                        message.kind().name(),
                        message.agent(),
                        message.text(),
                        message.maskedNumbers(),
                        canned.map(it -> it.entryId()).orElse(null),
                        canned.map(it -> it.version()).orElse(null),
                        canned.map(it -> it.language().name()).orElse(null))))
                .replaceWithVoid();
    }

    /** Writes into the history what made {@code after} of an inquiry. */
    Uni<Void> record(SqlClient in, StoredTicket after, String actor, TicketAction action, String comment, Instant now) {
        return in.preparedQuery(RECORD)
                .execute(Tuple.from(Arrays.asList(
                        UuidCreator.getTimeOrderedEpoch(),
                        after.id(),
                        utc(now),
                        actor,
                        action.name(),
                        after.state().name(),
                        after.assignee(),
                        comment,
                        after.revision())))
                .replaceWithVoid();
    }

    Uni<Optional<StoredTicket>> find(SqlClient in, TicketNumber number) {
        return one(in, FIND, number.value());
    }

    Uni<StoredTicket> get(SqlClient in, UUID id) {
        return one(in, FIND_BY_ID, id).map(Optional::orElseThrow);
    }

    /** As {@link #find}, and nobody else changes it until this transaction ends. */
    Uni<Optional<StoredTicket>> lock(SqlClient in, TicketNumber number) {
        return one(in, FIND + " for update", number.value());
    }

    /** The oldest first; there are no more than one inquiry takes. */
    Uni<List<TicketMessage>> messages(SqlClient in, UUID ticket) {
        return in.preparedQuery(MESSAGES)
                .execute(Tuple.of(ticket))
                .map(rows -> rows.stream().map(TicketRow::message).toList());
    }

    Uni<List<TicketEvent>> history(SqlClient in, UUID ticket, PageRequest page) {
        return in.preparedQuery(HISTORY)
                .execute(Tuple.from(Arrays.asList(ticket, page.after(), page.limitPlusOne())))
                .map(rows -> rows.stream().map(TicketRow::event).toList());
    }

    Uni<List<StoredTicket>> list(SqlClient in, TicketFilter filter, UUID after, int limit, Instant now) {
        return in.preparedQuery(LIST)
                .execute(Tuple.from(Arrays.asList(
                        filter.state() == null ? null : filter.state().name(),
                        filter.assignee(),
                        filter.unassigned(),
                        filter.topic() == null ? null : filter.topic().name(),
                        filter.channel() == null ? null : filter.channel().name(),
                        filter.overdue(),
                        utc(now),
                        after,
                        limit)))
                .map(rows -> rows.stream().map(TicketRow::ticket).toList());
    }

    private static Uni<Optional<StoredTicket>> one(SqlClient in, String sql, Object key) {
        return in.preparedQuery(sql)
                .execute(Tuple.of(key))
                .map(rows -> rows.stream().map(TicketRow::ticket).findFirst());
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }
}
