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

    /** A status is good until the next change; asked for again at least once an hour all the same. */
    private static final Duration LONGEST_CACHE = Duration.ofHours(1);

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
        return fresh(status, now, asked == null ? status.next().at().toInstant() : now.plus(LONGEST_CACHE));
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
        return fresh(lines, now, change);
    }

    @GET
    @Path("/{line}/hours")
    @Operation(operationId = "hoursOfDay", summary = "The hours of a line on a day; today in Japan when none is named")
    public RestResponse<DayHours> hours(String line, @QueryParam("on") String on) {
        HotlineCalendar calendar = calendar(line);
        ValueReader reader = new ValueReader();
        LocalDate day = reader.optional("query:on", on, HotlineResource::day);
        reader.refuseIfAnyInvalid();
        LocalDate today = JapanTime.today(clock);
        Instant midnight = today.plusDays(1).atStartOfDay(JapanTime.ZONE).toInstant();
        Instant now = clock.instant();
        return fresh(calendar.on(day == null ? today : day), now, day == null ? midnight : now.plus(LONGEST_CACHE));
    }

    /** May be kept until {@code change}, and not a second longer: who reads "open" must not call a closed line. */
    private static <T> RestResponse<T> fresh(T body, Instant now, Instant change) {
        long seconds = Math.min(Duration.between(now, change).toSeconds(), LONGEST_CACHE.toSeconds());
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
