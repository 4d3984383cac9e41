package jp.shikaku.inquiry.site;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

import jp.shikaku.contracts.hotline.DayHours;
import jp.shikaku.contracts.hotline.HotlineLine;
import jp.shikaku.contracts.hotline.LineNow;
import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.contracts.text.WireDate;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.inquiry.hotline.HotlineCalendar;
import jp.shikaku.inquiry.hotline.HotlineDirectory;
import jp.shikaku.kit.file.WrittenDate;
import jp.shikaku.kit.page.Form;
import jp.shikaku.kit.page.Frame;
import jp.shikaku.kit.page.Pages;

/** Whom to call, whether anybody answers, and when. */
@Path("/{language:ja|en}/hotline")
@Produces(MediaType.TEXT_HTML)
@PermitAll
public class HotlinePages {

    private static final int DAYS_AHEAD = 7;

    private final Pages pages;
    private final HotlineDirectory directory;
    private final Clock clock;

    HotlinePages(Pages pages, HotlineDirectory directory, Clock clock) {
        this.pages = pages;
        this.directory = directory;
        this.clock = clock;
    }

    /** The hours of a line on a day somebody asked about. */
    record OnDay(HotlineLine line, DayHours hours) {}

    @CheckedTemplate(basePath = "site")
    static class Templates {

        static native TemplateInstance hotline(
                Frame p, List<LineNow> lines, List<DayHours> week, Form form, List<OnDay> asked);
    }

    @GET
    public TemplateInstance lines(@QueryParam("on") String on) {
        LocalDate today = JapanTime.today(clock);
        ValueReader reader = new ValueReader();
        LocalDate day = reader.optional("query:on", on, HotlinePages::day);
        Form form = new Form(Map.of("on", on == null ? "" : on), reader.faults());
        List<OnDay> asked = day == null
                ? List.of()
                : directory.lines().stream()
                        .map(line -> new OnDay(
                                line,
                                directory.calendar(line.id()).orElseThrow().on(day)))
                        .toList();
        List<DayHours> week = IntStream.range(0, DAYS_AHEAD)
                .mapToObj(days -> directory.main().on(today.plusDays(days)))
                .toList();
        return Templates.hotline(pages.frame(), directory.linesNow(null, clock.instant()), week, form, asked);
    }

    private static LocalDate day(String text) {
        LocalDate day = WireDate.parse(WrittenDate.toIso(text, fault -> {}));
        if (!HotlineCalendar.covers(day)) {
            throw new InvalidValueException(ValueFault.DATE_OUT_OF_RANGE);
        }
        return day;
    }
}
