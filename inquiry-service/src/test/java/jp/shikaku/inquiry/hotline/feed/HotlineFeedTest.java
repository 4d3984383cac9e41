package jp.shikaku.inquiry.hotline.feed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.function.Function;
import java.util.stream.Collectors;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import jp.shikaku.inquiry.hotline.HotlineCalendar;
import jp.shikaku.inquiry.hotline.HotlineDirectory;

import static org.assertj.core.api.Assertions.assertThat;

class HotlineFeedTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final HotlineDirectory DIRECTORY = HotlineDirectory.load();

    @Test
    void everyDayOfThirteenMonthsIsInItOnce() {
        ICalendar feed = parsed("main");

        assertThat(feed.validate(ICalVersion.V2_0).isEmpty()).isTrue();
        assertThat(feed.getEvents())
                .hasSize((int) TODAY.datesUntil(LocalDate.of(2027, 12, 22)).count())
                .extracting(event -> event.getUid().getValue())
                .doesNotHaveDuplicates()
                .startsWith("2026-11-22@main.hotline.shikaku")
                .endsWith("2027-12-21@main.hotline.shikaku");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24, 2026-11-24T00:30:00Z, 2026-11-24T11:00:00Z, 受付",
        "2026-11-28, 2026-11-28T00:30:00Z, 2026-11-28T08:30:00Z, 受付",
        "2027-01-04, 2027-01-04T00:30:00Z, 2027-01-04T11:00:00Z, 受付",
        "2027-03-22, 2027-03-22T00:30:00Z, 2027-03-22T08:30:00Z, 受付"
    })
    void openDayLastsFromOpeningToClosing(String day, Instant opens, Instant closes, String what) {
        VEvent event = events("main").get(day + "@main.hotline.shikaku");

        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(opens);
        assertThat(event.getDateEnd().getValue().toInstant()).isEqualTo(closes);
        assertThat(event.getSummary().getValue()).startsWith(what).endsWith("0120-95-0178");
        assertThat(event.getStatus().isConfirmed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-12-29", "2027-01-01", "2027-01-03"})
    void closedDayIsOffAsAWhole(String day) {
        VEvent event = events("main").get(day + "@main.hotline.shikaku");

        assertThat(event.getDateStart().getValue().hasTime()).isFalse();
        assertThat(text("main", Locale.JAPANESE)).contains("DTSTART;VALUE=DATE:" + day.replace("-", ""));
        assertThat(event.getSummary().getValue()).startsWith("休み");
        assertThat(event.getDescription().getValue()).isEqualTo("年末年始");
    }

    @Test
    void institutionsLineIsOffOnSundaysAndHolidays() {
        Map<String, VEvent> events = events("institutions");

        assertThat(events.get("2026-11-23@institutions.hotline.shikaku")
                        .getSummary()
                        .getValue())
                .startsWith("休み");
        assertThat(events.get("2026-11-28@institutions.hotline.shikaku")
                        .getDateEnd()
                        .getValue()
                        .toInstant())
                .isEqualTo("2026-11-28T07:00:00Z");
    }

    @Test
    void yearsNotInTheGazetteAreTentative() {
        HotlineCalendar calendar = DIRECTORY.main();
        String feed = new HotlineFeed(calendar, LocalDate.of(2027, 12, 1), Locale.JAPANESE).text();
        Map<String, VEvent> events = byUid(feed);

        assertThat(events.get("2027-12-31@main.hotline.shikaku").getStatus().isConfirmed())
                .isTrue();
        assertThat(events.get("2028-01-04@main.hotline.shikaku").getStatus().isTentative())
                .isTrue();
        assertThat(events.get("2028-01-04@main.hotline.shikaku")
                        .getDescription()
                        .getValue())
                .contains("官報");
    }

    @Test
    void linesAreFoldedAtSeventyFiveOctetsAndEndWithCrLf() {
        String feed = text("institutions", Locale.JAPANESE);

        assertThat(feed).startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n").endsWith("END:VCALENDAR\r\n");
        assertThat(feed.split("\r\n")).allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8).length)
                .isLessThanOrEqualTo(75));
        assertThat(feed.replace("\r\n", "")).doesNotContain("\n", "\r");
        assertThat(feed).contains("\r\n ");
    }

    @Test
    void signsOfTheFormatAreEscapedInWords() {
        CalendarText text = new CalendarText().words("SUMMARY", "a;b,c\\d\ne");

        assertThat(text).hasToString("SUMMARY:a\\;b\\,c\\\\d\\ne\r\n");
    }

    @Test
    void zoneOfTheMachineDoesNotMatter() {
        TimeZone before = TimeZone.getDefault();
        String here = text("main", Locale.JAPANESE);
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
            assertThat(text("main", Locale.JAPANESE)).isEqualTo(here);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void englishReadersGetEnglish() {
        assertThat(text("main", Locale.ENGLISH))
                .contains("SUMMARY:Open: My Number general")
                .doesNotContain("受付");
    }

    private static String text(String line, Locale language) {
        return new HotlineFeed(DIRECTORY.calendar(line).orElseThrow(), TODAY, language).text();
    }

    private static ICalendar parsed(String line) {
        return Biweekly.parse(text(line, Locale.JAPANESE)).first();
    }

    private static Map<String, VEvent> events(String line) {
        return byUid(text(line, Locale.JAPANESE));
    }

    private static Map<String, VEvent> byUid(String feed) {
        List<VEvent> events = Biweekly.parse(feed).first().getEvents();
        return events.stream().collect(Collectors.toMap(event -> event.getUid().getValue(), Function.identity()));
    }
}
