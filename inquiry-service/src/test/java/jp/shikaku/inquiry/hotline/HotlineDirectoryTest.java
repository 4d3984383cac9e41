package jp.shikaku.inquiry.hotline;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jp.shikaku.contracts.calendar.JapaneseHolidays;
import jp.shikaku.contracts.hotline.DayHours;
import jp.shikaku.contracts.hotline.DayKind;
import jp.shikaku.contracts.hotline.HotlineLine;
import jp.shikaku.inquiry.content.ContentException;
import jp.shikaku.inquiry.content.MapContentSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class HotlineDirectoryTest {

    private final HotlineDirectory directory = HotlineDirectory.load();

    @ParameterizedTest(name = "{0} {1} speaks {2}")
    @CsvSource({
        "main, 0120-95-0178, ja",
        "institutions, 0800-080-4583, ja",
        "foreign-languages-system, 0120-0178-26, en zh ko es pt",
        "foreign-languages-card, 0120-0178-27, en zh ko es pt"
    })
    void everyLineHasItsNumberAndLanguages(String id, String phoneNumber, String languages) {
        HotlineLine line = directory.calendar(id).orElseThrow().line();

        assertThat(line.phoneNumber()).isEqualTo(phoneNumber);
        assertThat(line.languages()).containsExactly(languages.split(" "));
    }

    @Test
    void mainLineComesFirstAndUnknownLineIsEmpty() {
        assertThat(directory.lines())
                .extracting(HotlineLine::id)
                .startsWith("main")
                .hasSize(4);
        assertThat(directory.calendar("fax")).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "2026-11-20, WEEKDAY, 08:00, 18:00",
        "2026-11-21, SATURDAY, 08:00, 16:00",
        "2026-11-22, SUNDAY, ,",
        "2026-11-23, HOLIDAY, ,",
        "2025-05-03, HOLIDAY, ,", // a holiday on a Saturday
        "2026-09-22, HOLIDAY, ,"
    })
    void institutionsCallCentreKeepsItsOwnHours(LocalDate date, DayKind kind, String opens, String closes) {
        DayHours day = directory.calendar("institutions").orElseThrow().on(date);

        assertThat(day.kind()).isEqualTo(kind);
        assertThat(day.opens()).isEqualTo(opens == null ? null : LocalTime.parse(opens));
        assertThat(day.closes()).isEqualTo(closes == null ? null : LocalTime.parse(closes));
    }

    @Test
    void institutionsCallCentreOpensAfterSundayAndHoliday() {
        HotlineCalendar calendar = directory.calendar("institutions").orElseThrow();

        assertThat(calendar.at(OffsetDateTime.parse("2026-11-21T16:00:00+09:00").toInstant())
                        .next()
                        .at())
                .hasToString("2026-11-24T08:00+09:00");
    }

    @ParameterizedTest
    @CsvSource({"foreign-languages-system", "foreign-languages-card"})
    void foreignLanguageLinesKeepTheHoursOfTheMainLine(String id) {
        assertThat(directory.calendar(id).orElseThrow().line().hours())
                .isEqualTo(directory.main().line().hours());
    }

    @Test
    void lostCardsAreSuspendedAtAnyHour() {
        assertThat(directory.main().line().roundTheClock()).singleElement().satisfies(text -> assertThat(text.en())
                .contains("lost or stolen"));
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "'id: main', 'id: Main', no line is called “main”",
        "'id: institutions', 'id: main', is used twice",
        "0120-95-0178, 0120950178, is not a telephone number",
        "'languages: [ja]', 'languages: [Japanese]', are not two-letter codes",
        "'languages: [ja]', 'languages: []', is empty",
        "'en: Year-end and New Year', 'en: 年末年始', has no English text",
        "'weekday: {opens: \"08:00\", closes: \"18:00\"}', 'weekday: ~', answers at least on weekdays",
        "'closes: \"20:00\"', 'closes: \"09:30\"', must be after opens",
        "'closes: \"20:00\"', 'closes: \"24:30\"', 24:30",
        "'    sunday: ~', '', Missing creator property 'sunday'",
        "'from: \"12-29\"', 'from: \"12-32\"', 12-32",
        "https://ons.planetworks.co.jp/?p=2319, ons.planetworks.co.jp, is not a web address"
    })
    void slipInTheLinesIsRefused(String piece, String replacement, String message) {
        MapContentSource source = MapContentSource.overPacked().replacing(HotlineDirectory.LINES, piece, replacement);

        assertThatExceptionOfType(ContentException.class)
                .isThrownBy(() -> HotlineDirectory.load(source, JapaneseHolidays.byLaw()))
                .withMessageContaining(message);
    }

    @Test
    void hoursOfOneLineCanBeChangedWithoutCode() {
        MapContentSource source = MapContentSource.overPacked()
                .replacing(HotlineDirectory.LINES, "closes: \"18:00\"", "closes: \"19:15\"");

        HotlineDirectory changed = HotlineDirectory.load(source, JapaneseHolidays.byLaw());

        assertThat(changed.calendar("institutions")
                        .orElseThrow()
                        .on(LocalDate.of(2026, 11, 20))
                        .closes())
                .hasToString("19:15");
    }

    @Test
    void statusIsWrittenToTheMinuteAndAClosedDayHasNoHours() throws Exception {
        ObjectMapper mapper = new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

        assertThat(mapper.writeValueAsString(directory.main().on(LocalDate.of(2026, 11, 24))))
                .isEqualTo("{\"date\":\"2026-11-24\",\"kind\":\"WEEKDAY\",\"opens\":\"09:30\",\"closes\":\"20:00\","
                        + "\"reason\":{\"ja\":\"平日\",\"en\":\"Weekday\"},\"provisional\":false}");
        assertThat(mapper.writeValueAsString(directory.main().on(LocalDate.of(2026, 12, 29))))
                .doesNotContain("opens", "closes");
        assertThat(mapper.writeValueAsString(directory.main().line().hours()))
                .contains("{\"from\":\"12-29\",\"to\":\"01-03\"");
    }
}
