package jp.shikaku.inquiry.hotline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;
import org.jboss.resteasy.reactive.RestResponse;

import jp.shikaku.contracts.hotline.DayHours;
import jp.shikaku.contracts.hotline.HotlineLine;
import jp.shikaku.contracts.hotline.HotlineStatus;
import jp.shikaku.contracts.hotline.LineNow;
import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.contracts.text.WireDate;
import jp.shikaku.contracts.text.WireMoment;
import jp.shikaku.contracts.time.JapanTime;

/** Whom to call, and whether anybody answers now. Public. */
@Path("/hotline")
@Tag(name = "hotline")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public class HotlineResource {

    /** For a day or a moment that was named: nothing of it changes but by a correction of the hours. */
    private static final Duration NAMED = Duration.ofHours(1);

    private final HotlineDirectory directory;
    private final Clock clock;

    HotlineResource(HotlineDirectory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    @GET
    @Cache(maxAge = 300)
    @Operation(operationId = "listLines", summary = "Every line people may call, the most important first")
    public List<HotlineLine> lines() {
        return directory.lines();
    }

    @GET
    @Path("/{line}")
    @Operation(
            operationId = "lineStatus",
            summary = "Whether a line answers now, or at a moment asked (ISO 8601 with offset), and when that changes")
    public RestResponse<HotlineStatus> status(String line, @QueryParam("at") String at) {
        HotlineCalendar calendar = calendar(line);
        ValueReader reader = new ValueReader();
        Instant asked = reader.optional("query:at", at, HotlineResource::moment);
        reader.refuseIfAnyInvalid();
        Instant now = clock.instant();
        HotlineStatus status = calendar.at(asked == null ? now : asked);
        return keptUntil(
                asked == null ? changeOfWords(status.next().at().toInstant(), now) : now.plus(NAMED), status, now);
    }

    @GET
    @Path("/now")
    @Operation(operationId = "linesNow", summary = "Every line, and whether it answers now; the most important first")
    public RestResponse<List<LineNow>> now() {
        Instant now = clock.instant();
        List<LineNow> lines = directory.linesNow(null, now);
        Instant change = lines.stream()
                .map(line -> line.status().next().at().toInstant())
                .min(Comparator.naturalOrder())
                .orElse(now);
        return keptUntil(changeOfWords(change, now), lines, now);
    }

    @GET
    @Path("/{line}/hours")
    @Operation(operationId = "hoursOfDay", summary = "The hours of a line on a day; today in Japan when none is named")
    public RestResponse<DayHours> hours(String line, @QueryParam("on") String on) {
        HotlineCalendar calendar = calendar(line);
        ValueReader reader = new ValueReader();
        LocalDate day = reader.optional("query:on", on, HotlineResource::day);
        reader.refuseIfAnyInvalid();
        Instant now = clock.instant();
        return day == null
                ? keptUntil(midnight(now), calendar.on(JapanTime.dateOf(now)), now)
                : keptUntil(now.plus(NAMED), calendar.on(day), now);
    }

    /** A line opens or closes; or a day begins, and what was said of "today" is said of yesterday. */
    private static Instant changeOfWords(Instant turn, Instant now) {
        Instant midnight = midnight(now);
        return turn.isBefore(midnight) ? turn : midnight;
    }

    private static Instant midnight(Instant now) {
        return JapanTime.dateOf(now).plusDays(1).atStartOfDay(JapanTime.ZONE).toInstant();
    }

    /** Not a second longer than {@code change}: who reads "open" must not call a closed line. */
    private static <T> RestResponse<T> keptUntil(Instant change, T body, Instant now) {
        long seconds = Duration.between(now, change).toSeconds();
        return RestResponse.ResponseBuilder.ok(body)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=" + Math.max(0, seconds))
                .build();
    }

    private HotlineCalendar calendar(String line) {
        return directory.calendar(line).orElseThrow(ProblemType.HOTLINE_LINE_NOT_FOUND::exception);
    }

    private static LocalDate day(String text) {
        return covered(WireDate.parse(text));
    }

    private static Instant moment(String text) {
        Instant moment = WireMoment.parse(text);
        covered(JapanTime.dateOf(moment));
        return moment;
    }

    private static LocalDate covered(LocalDate day) {
        if (!HotlineCalendar.covers(day)) {
            throw new InvalidValueException(ValueFault.DATE_OUT_OF_RANGE);
        }
        return day;
    }
}
