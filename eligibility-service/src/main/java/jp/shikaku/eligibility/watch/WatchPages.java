package jp.shikaku.eligibility.watch;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import io.smallrye.mutiny.Multi;

import jp.shikaku.contracts.number.ConfirmationNumber;
import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.kit.identity.Caller;
import jp.shikaku.kit.identity.Roles;

/** Tells a page that is open that the answer it shows has changed. To what is not told: the page looks again (R6). */
@Path("/{language:ja|en}/reception/{number}/events")
@RolesAllowed(Roles.INSTITUTION)
public class WatchPages {

    private static final String CHANGED = "changed";

    /** Said at once and now and then: the page knows that it is told from here on. */
    private static final String ALIVE = "alive";

    private final WatchStream stream;
    private final Caller caller;
    private final Clock clock;

    WatchPages(WatchStream stream, Caller caller, Clock clock) {
        this.stream = stream;
        this.caller = caller;
        this.clock = clock;
    }

    /** Ends with the session. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> listen(String number, @Context Sse sse) {
        ConfirmationNumber watched = known(number);
        Instant until = caller.knownUntil();
        return stream.open(caller.institution(), null)
                .select()
                .first(events -> clock.instant().isBefore(until))
                .onItem()
                .transformToIterable(events -> events.stream()
                                .anyMatch(told ->
                                        told.event().confirmationNumber().equals(watched))
                        ? List.of(event(CHANGED, watched, sse))
                        : List.of(event(ALIVE, watched, sse)));
    }

    private static OutboundSseEvent event(String name, ConfirmationNumber number, Sse sse) {
        return sse.newEventBuilder()
                .name(name)
                .data(String.class, number.display())
                .build();
    }

    private static ConfirmationNumber known(String number) {
        try {
            return ConfirmationNumber.of(number);
        } catch (InvalidValueException e) {
            throw ProblemType.CONFIRMATION_NOT_FOUND.exception();
        }
    }
}
