package jp.shikaku.inquiry.ticket;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;

import jp.shikaku.contracts.number.TicketNumber;
import jp.shikaku.contracts.paging.Page;
import jp.shikaku.contracts.problem.ProblemException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.ticket.AgentReceipt;
import jp.shikaku.contracts.ticket.Ticket;
import jp.shikaku.contracts.ticket.TicketAction;
import jp.shikaku.contracts.ticket.TicketDecision;
import jp.shikaku.contracts.ticket.TicketDecisionRequest;
import jp.shikaku.contracts.ticket.TicketEvent;
import jp.shikaku.contracts.ticket.TicketMessageKind;
import jp.shikaku.contracts.ticket.TicketMessageRequest;
import jp.shikaku.contracts.ticket.TicketRequest;
import jp.shikaku.contracts.ticket.TicketSummary;
import jp.shikaku.inquiry.faq.search.FaqShelf;
import jp.shikaku.kit.request.IdempotencyKey;
import jp.shikaku.kit.request.PageRequest;

/** Inquiries as agents work on them. Whoever opens one is in its history before the answer goes out. */
@ApplicationScoped
public class AgentTickets {

    private final Pool pool;
    private final TicketBook book;
    private final TicketStore store;
    private final TicketSubmissions submissions;
    private final FaqShelf faq;
    private final Clock clock;

    AgentTickets(
            Pool pool, TicketBook book, TicketStore store, TicketSubmissions submissions, FaqShelf faq, Clock clock) {
        this.pool = pool;
        this.book = book;
        this.store = store;
        this.submissions = submissions;
        this.faq = faq;
        this.clock = clock;
    }

    /** Receives what an agent types for a caller; a repeated submission gives what the first one did. */
    public Uni<AgentReceipt> open(String agent, IdempotencyKey key, TicketRequest request) {
        NewTicket ticket = new TicketReader().newTicket(request);
        UUID id = UuidCreator.getTimeOrderedEpoch();
        return pool.withTransaction(transaction -> submissions
                .once(
                        transaction,
                        TicketActor.agent(agent),
                        key,
                        request,
                        id,
                        () -> book.open(transaction, id, ticket, agent))
                .flatMap(opened -> store.get(transaction, opened))
                .flatMap(opened -> told(transaction, opened)
                        .map(told -> new AgentReceipt(told, book.receipt(opened, ticket.maskedNumbers())))));
    }

    /** The inquiries of {@code filter}, due first. */
    public Uni<Page<TicketSummary>> list(TicketFilter filter, PageRequest page) {
        return store.list(pool, filter, page.after(), page.limitPlusOne(), clock.instant())
                .map(found -> page.toPage(
                        found.stream()
                                .map(ticket -> ticket.summary(clock.instant()))
                                .toList(),
                        summary -> summary.id().toString()));
    }

    /** Fails with {@code ticket-not-found}. */
    public Uni<Ticket> read(TicketNumber number, String agent) {
        return pool.withTransaction(transaction -> store.find(transaction, number)
                .map(AgentTickets::there)
                .call(ticket -> store.record(
                        transaction, ticket, TicketActor.agent(agent), TicketAction.READ, null, clock.instant()))
                .flatMap(ticket -> told(transaction, ticket)));
    }

    /**
     * Adds a note, a reply or a question; a repeated submission adds nothing.
     *
     * @param revision what the agent has read
     */
    public Uni<Ticket> write(
            TicketNumber number, int revision, String agent, IdempotencyKey key, TicketMessageRequest request) {
        return pool.withTransaction(transaction -> store.lock(transaction, number)
                .map(AgentTickets::there)
                .flatMap(ticket -> submissions
                        .once(
                                transaction,
                                TicketActor.agent(agent) + ":" + ticket.id(),
                                key,
                                request,
                                ticket.id(),
                                () -> {
                                    requireRevision(ticket, revision);
                                    WrittenMessage message =
                                            new TicketReader().ofAgent(request, agent, ticket.language(), faq::find);
                                    return book.write(
                                            transaction,
                                            ticket,
                                            step(message.kind()),
                                            message,
                                            TicketActor.agent(agent));
                                })
                        .flatMap(id -> store.get(transaction, id)))
                .flatMap(ticket -> told(transaction, ticket)));
    }

    /** @param revision what the agent has read */
    public Uni<Ticket> decide(TicketNumber number, int revision, String agent, TicketDecisionRequest request) {
        TicketReader.Decision decision = new TicketReader().decision(request);
        return pool.withTransaction(transaction -> store.lock(transaction, number)
                .map(AgentTickets::there)
                .call(ticket -> {
                    requireRevision(ticket, revision);
                    return book.step(
                            transaction,
                            ticket,
                            step(decision.decision()),
                            assignee(ticket, decision, agent),
                            decision.comment(),
                            TicketActor.agent(agent));
                })
                .flatMap(ticket -> store.get(transaction, ticket.id()))
                .flatMap(ticket -> told(transaction, ticket)));
    }

    /** Who did what, the oldest first. */
    public Uni<Page<TicketEvent>> history(TicketNumber number, PageRequest page) {
        return store.find(pool, number)
                .map(AgentTickets::there)
                .flatMap(ticket -> store.history(pool, ticket.id(), page))
                .map(found -> page.toPage(found, event -> event.id().toString()));
    }

    private Uni<Ticket> told(SqlClient in, StoredTicket ticket) {
        return store.messages(in, ticket.id()).map(messages -> ticket.forAgents(messages, clock.instant()));
    }

    private static StoredTicket there(Optional<StoredTicket> found) {
        return found.orElseThrow(ProblemType.TICKET_NOT_FOUND::exception);
    }

    /** @throws ProblemException {@code version-changed} */
    private static void requireRevision(StoredTicket ticket, int revision) {
        if (ticket.revision() != revision) {
            throw ProblemType.VERSION_CHANGED.exception();
        }
    }

    private static String assignee(StoredTicket ticket, TicketReader.Decision decision, String agent) {
        if (decision.decision() != TicketDecision.ASSIGN) {
            return ticket.assignee();
        }
        return decision.assignee() == null ? agent : decision.assignee();
    }

    private static TicketStep step(TicketMessageKind kind) {
        return switch (kind) {
            case NOTE -> TicketStep.NOTE;
            case REPLY -> TicketStep.ANSWER;
            case QUESTION -> TicketStep.ASK;
            case CALLER -> throw new IllegalArgumentException("an agent does not write as the caller");
        };
    }

    private static TicketStep step(TicketDecision decision) {
        return switch (decision) {
            case ASSIGN -> TicketStep.ASSIGN;
            case RELEASE -> TicketStep.RELEASE;
            case CLOSE -> TicketStep.CLOSE;
            case REOPEN -> TicketStep.REOPEN;
        };
    }
}
