package jp.shikaku.eligibility.watch;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import jp.shikaku.contracts.number.InstitutionCode;
import jp.shikaku.contracts.paging.Page;
import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.contracts.watch.WatchEvent;
import jp.shikaku.eligibility.watch.WatchFeed.Told;
import jp.shikaku.kit.identity.Caller;
import jp.shikaku.kit.identity.Roles;
import jp.shikaku.kit.request.PageRequest;

/** The events of an institution: read page by page, or as they happen. */
@Path("/watch-events")
@Tag(name = "watch")
@RolesAllowed(Roles.INSTITUTION)
public class WatchEventResource {

    private static final String LAST_EVENT_ID = "Last-Event-ID";

    private final WatchFeed feed;
    private final WatchStream stream;
    private final WatchMetrics metrics;
    private final Caller caller;
    private final Clock clock;

    WatchEventResource(WatchFeed feed, WatchStream stream, WatchMetrics metrics, Caller caller, Clock clock) {
        this.feed = feed;
        this.stream = stream;
        this.metrics = metrics;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listWatchEvents",
            summary =
                    "The caller's events, oldest first; with Accept: text/event-stream as they happen, resumed by Last-Event-ID")
    @APIResponse(
            responseCode = "200",
            description = "As a page, or as server-sent events whose data is a WatchEvent each",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = EventPage.class)),
                @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(implementation = WatchEvent.class))
            })
    public Uni<Page<WatchEvent>> list(
            @Parameter(
                            description = "id of the last event already known",
                            schema = @Schema(implementation = Long.class))
                    @QueryParam("after")
                    String after,
            @QueryParam("limit") @DefaultValue("50") String limit,
            @Parameter(
                            description = "For a stream: the id of the last event that was received",
                            schema = @Schema(implementation = Long.class))
                    @HeaderParam(LAST_EVENT_ID)
                    String lastEventId) {
        ValueReader reader = new ValueReader();
        Long known = reader.optional("query:after", after, WatchEventResource::number);
        PageRequest page = PageRequest.read(reader, null, limit);
        reader.refuseIfAnyInvalid();
        return feed.read(caller.institution(), known == null ? 0 : known, page.limitPlusOne())
                .map(found ->
                        page.toPage(found.stream().map(Told::event).toList(), event -> Long.toString(event.id())));
    }

    /** Ends with the token: whoever may still listen comes again with a new one, and says where it was. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(hidden = true)
    public Multi<OutboundSseEvent> listen(@HeaderParam(LAST_EVENT_ID) String lastEventId, Sse sse) {
        ValueReader reader = new ValueReader();
        Long known = reader.optional("header:" + LAST_EVENT_ID, lastEventId, WatchEventResource::number);
        reader.refuseIfAnyInvalid();
        InstitutionCode institution = caller.institution();
        Instant until = caller.knownUntil();
        return stream.open(institution, known)
                .select()
                .first(events -> clock.instant().isBefore(until))
                .onItem()
                .transformToIterable(events -> events.isEmpty() ? List.of(alive(sse)) : written(events, sse));
    }

    private List<OutboundSseEvent> written(List<Told> events, Sse sse) {
        return events.stream()
                .map(told -> {
                    metrics.streamed(told.seconds());
                    return sse.newEventBuilder()
                            .id(Long.toString(told.event().id()))
                            .name(told.event().type())
                            .mediaType(MediaType.APPLICATION_JSON_TYPE)
                            .data(WatchEvent.class, told.event())
                            .build();
                })
                .toList();
    }

    private static OutboundSseEvent alive(Sse sse) {
        return sse.newEventBuilder().comment("alive").build();
    }

    private static Long number(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw new InvalidValueException(ValueFault.KEY_FORMAT);
        }
        return Long.valueOf(text);
    }

    /** For the description: a page of events. */
    public record EventPage(List<WatchEvent> items, String next) {}
}
