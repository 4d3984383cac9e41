package jp.shikaku.inquiry.ticket;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;

import jp.shikaku.contracts.problem.ProblemException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.ticket.TicketAction;
import jp.shikaku.contracts.ticket.TicketChannel;
import jp.shikaku.contracts.ticket.TicketMessageKind;
import jp.shikaku.contracts.ticket.TicketReceipt;
import jp.shikaku.contracts.ticket.TicketState;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.inquiry.hotline.HotlineDirectory;
import jp.shikaku.inquiry.ticket.TicketStore.Change;

/** Writes inquiries by their rules: each step with its message and its history, in the transaction it is given. */
@ApplicationScoped
class TicketBook {

    private final TicketStore store;
    private final TicketCodes codes;
    private final TicketMetrics metrics;
    private final TicketConfig config;
    private final DueRule due;
    private final Clock clock;

    TicketBook(
            TicketStore store,
            TicketCodes codes,
            TicketMetrics metrics,
            TicketConfig config,
            HotlineDirectory hotline,
            Clock clock) {
        this.store = store;
        this.codes = codes;
        this.metrics = metrics;
        this.config = config;
        this.due = new DueRule(hotline.main(), config.answerWithin());
        this.clock = clock;
    }

    /** @param agent who typed it; {@code null} when its caller did */
    Uni<Void> open(SqlClient in, UUID id, NewTicket ticket, String agent) {
        Instant now = clock.instant();
        TicketChannel channel = agent == null ? TicketChannel.FORM : TicketChannel.AGENT;
        WrittenMessage message =
                new WrittenMessage(TicketMessageKind.CALLER, agent, ticket.text(), ticket.maskedNumbers(), null);
        return store.insert(
                        in,
                        id,
                        codes.nextNumber(),
                        TicketCodes.hash(codes.code(id)),
                        channel,
                        ticket,
                        due.after(now),
                        now)
                .chain(() -> store.write(in, id, message, now))
                .chain(() -> store.get(in, id))
                .flatMap(opened -> store.record(
                        in,
                        opened,
                        agent == null ? TicketActor.CALLER : TicketActor.agent(agent),
                        TicketAction.RECEIVED,
                        null,
                        now))
                .invoke(() -> metrics.received(channel));
    }

    /** What is told of an inquiry that was opened, now or before. */
    TicketReceipt receipt(StoredTicket ticket, int maskedNumbers) {
        Instant dueAt = due.after(ticket.receivedAt());
        return new TicketReceipt(
                ticket.number(),
                codes.code(ticket.id()),
                JapanTime.wire(ticket.receivedAt()),
                JapanTime.wire(dueAt),
                maskedNumbers,
                new ReceiptSentence(ticket.number(), JapanTime.wire(dueAt), maskedNumbers).text());
    }

    /**
     * Takes a step, and writes the message that belongs to it.
     *
     * @param ticket as it was locked
     * @throws ProblemException {@code ticket-purged}, {@code ticket-full}, {@code ticket-state}
     */
    Uni<Void> write(SqlClient in, StoredTicket ticket, TicketStep step, WrittenMessage message, String actor) {
        Instant now = clock.instant();
        if (ticket.messages() >= config.mostMessages()) {
            throw ProblemType.TICKET_FULL.exception();
        }
        return step(in, ticket, step, ticket.assignee(), null, actor, 1)
                .chain(() -> store.write(in, ticket.id(), message, now));
    }

    /** As {@link #write}, without a message. @param comment {@code null} when there is none */
    Uni<Void> step(SqlClient in, StoredTicket ticket, TicketStep step, String assignee, String comment, String actor) {
        return step(in, ticket, step, assignee, comment, actor, 0);
    }

    private Uni<Void> step(
            SqlClient in,
            StoredTicket ticket,
            TicketStep step,
            String assignee,
            String comment,
            String actor,
            int messages) {
        if (ticket.purgedAt() != null) {
            throw ProblemType.TICKET_PURGED.exception();
        }
        Instant now = clock.instant();
        TicketState state = TicketLife.after(ticket.state(), step).orElseThrow(ProblemType.TICKET_STATE::exception);
        boolean answered = step == TicketStep.ANSWER;
        Change change = new Change(
                state.name(),
                state == TicketState.RECEIVED ? null : assignee,
                due.after(ticket.state(), state, ticket.dueAt(), now),
                answered,
                messages);
        return store.change(in, ticket.id(), change, now)
                .chain(() -> store.get(in, ticket.id()))
                .flatMap(after -> store.record(in, after, actor, step.action(), comment, now))
                .invoke(() -> {
                    if (answered && ticket.answeredAt() == null) {
                        metrics.answered(
                                ticket.receivedAt(),
                                now,
                                ticket.dueAt() != null && ticket.dueAt().isBefore(now));
                    }
                });
    }
}
