package jp.shikaku.inquiry.ticket;

import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;

import jp.shikaku.contracts.number.FollowUpCode;
import jp.shikaku.contracts.number.TicketNumber;
import jp.shikaku.contracts.problem.ProblemException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.ticket.CallerMessageRequest;
import jp.shikaku.contracts.ticket.CallerTicket;
import jp.shikaku.contracts.ticket.TicketReceipt;
import jp.shikaku.contracts.ticket.TicketRequest;
import jp.shikaku.kit.request.IdempotencyKey;

/** Inquiries of people who do not sign in. Number and follow-up code together open one; either alone tells nothing. */
@ApplicationScoped
public class PublicTickets {

    private static final String ANYBODY = "public";

    private final Pool pool;
    private final TicketBook book;
    private final TicketStore store;
    private final TicketSubmissions submissions;
    private final CallLimit limit;

    PublicTickets(Pool pool, TicketBook book, TicketStore store, TicketSubmissions submissions, CallLimit limit) {
        this.pool = pool;
        this.book = book;
        this.store = store;
        this.submissions = submissions;
        this.limit = limit;
    }

    /**
     * Receives an inquiry; a repeated submission gives the receipt of the first.
     *
     * @throws ProblemException {@code values-invalid}; the {@code Uni} fails with {@code tickets-too-many} or
     *     {@code idempotency-key-reused}
     */
    public Uni<TicketReceipt> submit(IdempotencyKey key, TicketRequest request, CallerAddress from) {
        NewTicket ticket = new TicketReader().newTicket(request);
        UUID id = UuidCreator.getTimeOrderedEpoch();
        return limit.count(CallLimit.Kind.SUBMISSION, from)
                .chain(() -> pool.withTransaction(transaction -> submissions
                        .once(transaction, ANYBODY, key, request, id, () -> book.open(transaction, id, ticket, null))
                        .flatMap(opened -> store.get(transaction, opened))))
                .map(opened -> book.receipt(opened, ticket.maskedNumbers()));
    }

    /** Fails with {@code ticket-not-found} when number and code do not belong together, or {@code tickets-too-many}. */
    public Uni<CallerTicket> read(TicketNumber number, FollowUpCode code, CallerAddress from) {
        return limit.count(CallLimit.Kind.LOOK, from)
                .chain(() -> store.find(pool, number))
                .map(found -> opened(found, code))
                .flatMap(ticket -> told(pool, ticket));
    }

    /**
     * Adds what its caller writes; a repeated submission adds nothing.
     *
     * @throws ProblemException {@code values-invalid}; the {@code Uni} fails with {@code ticket-not-found},
     *     {@code ticket-full} or {@code tickets-too-many}
     */
    public Uni<CallerTicket> write(
            TicketNumber number,
            FollowUpCode code,
            IdempotencyKey key,
            CallerMessageRequest request,
            CallerAddress from) {
        WrittenMessage message = new TicketReader().ofCaller(request);
        return limit.count(CallLimit.Kind.MESSAGE, from)
                .chain(() -> pool.withTransaction(transaction -> store.lock(transaction, number)
                        .map(found -> opened(found, code))
                        .flatMap(ticket -> submissions
                                .once(
                                        transaction,
                                        TicketActor.CALLER + ":" + ticket.id(),
                                        key,
                                        request,
                                        ticket.id(),
                                        () -> book.write(
                                                transaction,
                                                ticket,
                                                TicketStep.CALLER_WROTE,
                                                message,
                                                TicketActor.CALLER))
                                .flatMap(id -> store.get(transaction, id)))
                        .flatMap(ticket -> told(transaction, ticket))));
    }

    private Uni<CallerTicket> told(SqlClient in, StoredTicket ticket) {
        return store.messages(in, ticket.id()).map(ticket::forItsCaller);
    }

    /** One refusal for every reason: a number that exists is not told from one that does not. */
    private static StoredTicket opened(Optional<StoredTicket> found, FollowUpCode code) {
        return found.filter(ticket ->
                        ticket.codeHash() != null && MessageDigest.isEqual(ticket.codeHash(), TicketCodes.hash(code)))
                .orElseThrow(ProblemType.TICKET_NOT_FOUND::exception);
    }
}
