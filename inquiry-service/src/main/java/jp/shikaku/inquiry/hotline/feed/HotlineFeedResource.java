package jp.shikaku.inquiry.hotline.feed;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.inquiry.hotline.HotlineCalendar;
import jp.shikaku.inquiry.hotline.HotlineDirectory;
import jp.shikaku.kit.problem.CallerLanguage;

/** The hours of a line for a calendar program. Public. */
@Path("/hotline/{line}/calendar.ics")
@Tag(name = "hotline")
@PermitAll
public class HotlineFeedResource {

    static final String MEDIA_TYPE = "text/calendar;charset=UTF-8";

    private final HotlineDirectory directory;
    private final Clock clock;

    HotlineFeedResource(HotlineDirectory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    @GET
    @Produces(MEDIA_TYPE)
    @Operation(
            operationId = "subscribeToHours",
            summary = "The hours of a line for the next 13 months as an iCalendar feed (RFC 5545)")
    @APIResponse(
            responseCode = "200",
            description = "One event a day; tentative where the year's holidays are not in the gazette yet",
            content = @Content(mediaType = "text/calendar", schema = @Schema(implementation = String.class)))
    public Response feed(String line, @Context HttpHeaders headers, @Context Request request) {
        HotlineCalendar calendar = directory.calendar(line).orElseThrow(ProblemType.HOTLINE_LINE_NOT_FOUND::exception);
        Locale language = CallerLanguage.of(headers.getAcceptableLanguages());
        byte[] body = new HotlineFeed(calendar, JapanTime.today(clock), language)
                .text()
                .getBytes(StandardCharsets.UTF_8);
        EntityTag tag = new EntityTag(UUID.nameUUIDFromBytes(body).toString());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return (unchanged == null ? Response.ok(body, MEDIA_TYPE).tag(tag) : unchanged)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }
}
