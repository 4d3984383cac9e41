package jp.shikaku.inquiry.ticket;

import java.util.Optional;
import java.util.Set;

import jp.shikaku.contracts.ticket.TicketState;

import static jp.shikaku.contracts.ticket.TicketState.ANSWERED;
import static jp.shikaku.contracts.ticket.TicketState.ASSIGNED;
import static jp.shikaku.contracts.ticket.TicketState.CLOSED;
import static jp.shikaku.contracts.ticket.TicketState.RECEIVED;
import static jp.shikaku.contracts.ticket.TicketState.REOPENED;
import static jp.shikaku.contracts.ticket.TicketState.WAITING_FOR_CALLER;

/** What may happen to an inquiry, and when. A caller may always write; nobody answers what nobody has taken on. */
public final class TicketLife {

    /** While the hotline owes an answer. */
    private static final Set<TicketState> OURS = Set.of(RECEIVED, ASSIGNED, REOPENED);

    private static final Set<TicketState> ANSWERABLE = Set.of(ASSIGNED, REOPENED, WAITING_FOR_CALLER);

    private TicketLife() {}

    /** The state after {@code step}; empty when it cannot happen now. */
    static Optional<TicketState> after(TicketState state, TicketStep step) {
        return switch (step) {
            case NOTE -> Optional.of(state);
            case ASSIGN ->
                switch (state) {
                    case RECEIVED, ASSIGNED, REOPENED -> Optional.of(ASSIGNED);
                    case WAITING_FOR_CALLER -> Optional.of(WAITING_FOR_CALLER);
                    case ANSWERED, CLOSED -> Optional.empty();
                };
            case RELEASE -> when(state == ASSIGNED, RECEIVED);
            case ASK -> when(ANSWERABLE.contains(state), WAITING_FOR_CALLER);
            case ANSWER -> when(ANSWERABLE.contains(state), ANSWERED);
            case CALLER_WROTE ->
                switch (state) {
                    case RECEIVED, ASSIGNED, REOPENED -> Optional.of(state);
                    case WAITING_FOR_CALLER -> Optional.of(ASSIGNED);
                    case ANSWERED, CLOSED -> Optional.of(REOPENED);
                };
            case CLOSE -> when(state != CLOSED, CLOSED);
            case REOPEN -> when(state == ANSWERED || state == CLOSED, REOPENED);
        };
    }

    /** Whether {@code step} can be taken in {@code state}, as long as personal data have not been taken out. */
    public static boolean allows(TicketState state, TicketStep step) {
        return after(state, step).isPresent();
    }

    /** Whether it is the hotline's turn in {@code state}. */
    static boolean isOurs(TicketState state) {
        return OURS.contains(state);
    }

    private static Optional<TicketState> when(boolean possible, TicketState next) {
        return possible ? Optional.of(next) : Optional.empty();
    }
}
