package jp.shikaku.contracts.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class JapaneseHolidaysTest {

    private final JapaneseHolidays holidays = JapaneseHolidays.byLaw();

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "2026-01-01, 元日, New Year's Day",
        "2026-01-12, 成人の日, Coming of Age Day",
        "2026-02-11, 建国記念の日, National Foundation Day",
        "2026-02-23, 天皇誕生日, The Emperor's Birthday",
        "2026-03-20, 春分の日, Vernal Equinox Day",
        "2026-04-29, 昭和の日, Showa Day",
        "2026-05-03, 憲法記念日, Constitution Memorial Day",
        "2026-05-04, みどりの日, Greenery Day",
        "2026-05-05, こどもの日, Children's Day",
        "2026-05-06, 振替休日, Substitute holiday",
        "2026-07-20, 海の日, Marine Day",
        "2026-08-11, 山の日, Mountain Day",
        "2026-09-21, 敬老の日, Respect for the Aged Day",
        "2026-09-22, 国民の休日, Holiday between two national holidays",
        "2026-09-23, 秋分の日, Autumnal Equinox Day",
        "2026-10-12, スポーツの日, Sports Day",
        "2026-11-03, 文化の日, Culture Day",
        "2026-11-23, 勤労感謝の日, Labour Thanksgiving Day"
    })
    void everyHolidayOf2026HasItsName(LocalDate date, String ja, String en) {
        assertThat(holidays.on(date)).hasValueSatisfying(holiday -> {
            assertThat(holiday.name().ja()).isEqualTo(ja);
            assertThat(holiday.name().en()).isEqualTo(en);
        });
        assertThat(holidays.in(2026)).hasSize(18);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "2019-04-30, 国民の休日",
        "2019-05-01, 天皇の即位の日",
        "2019-05-02, 国民の休日",
        "2019-05-06, 振替休日",
        "2019-10-14, 体育の日",
        "2019-10-22, 即位礼正殿の儀の行われる日",
        "2020-02-23, 天皇誕生日",
        "2020-02-24, 振替休日",
        "2020-07-23, 海の日",
        "2020-07-24, スポーツの日",
        "2020-08-10, 山の日",
        "2021-07-22, 海の日",
        "2021-07-23, スポーツの日",
        "2021-08-08, 山の日",
        "2021-08-09, 振替休日",
        "2022-10-10, スポーツの日"
    })
    void specialLawsOf2019To2021Apply(LocalDate date, String name) {
        assertThat(holidays.on(date))
                .hasValueSatisfying(holiday -> assertThat(holiday.name().ja()).isEqualTo(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2018-02-23",
                "2019-02-23",
                "2019-12-23",
                "2020-12-23", // 天皇誕生日 moved, with none in 2019
                "2020-07-20",
                "2020-08-11",
                "2020-10-12", // where 2020's moved holidays would have been
                "2021-07-19",
                "2021-08-11",
                "2021-10-11", // and 2021's
                "2015-08-11",
                "2026-05-07",
                "2026-12-31",
                "2027-01-02",
                "2027-01-03",
                "2026-11-22"
            })
    void ordinaryDaysAreNoHolidays(LocalDate date) {
        assertThat(holidays.on(date)).isEmpty();
    }

    @ParameterizedTest(name = "{0} is off for {1}")
    @CsvSource({
        "2007-02-12, 2007-02-11",
        "2008-05-06, 2008-05-04",
        "2009-05-06, 2009-05-03",
        "2023-01-02, 2023-01-01",
        "2024-02-12, 2024-02-11",
        "2026-05-06, 2026-05-03",
        "2027-03-22, 2027-03-21"
    })
    void holidayOnASundayMovesToTheNextDayThatIsNoHoliday(LocalDate substitute, LocalDate sunday) {
        assertThat(sunday.getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
        assertThat(holidays.on(sunday)).isPresent();
        assertThat(holidays.on(substitute))
                .hasValueSatisfying(holiday -> assertThat(holiday.kind()).isEqualTo(HolidayKind.SUBSTITUTE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2009-09-22", "2015-09-22", "2026-09-22", "2032-09-21", "2037-09-22", "2043-09-22"})
    void dayBetweenTwoNationalHolidaysIsOff(LocalDate date) {
        assertThat(holidays.on(date))
                .hasValueSatisfying(holiday -> assertThat(holiday.kind()).isEqualTo(HolidayKind.BETWEEN));
    }

    @Test
    void fromTwoThousandSevenTheOnlyDaysBetweenAreInSeptemberAndIn2019() {
        List<LocalDate> between = IntStream.rangeClosed(2007, 2045)
                .mapToObj(holidays::in)
                .flatMap(List::stream)
                .filter(holiday -> holiday.kind() == HolidayKind.BETWEEN)
                .map(Holiday::date)
                .toList();

        assertThat(between)
                .extracting(LocalDate::toString)
                .containsExactly(
                        "2009-09-22",
                        "2015-09-22",
                        "2019-04-30",
                        "2019-05-02",
                        "2026-09-22",
                        "2032-09-21",
                        "2037-09-22",
                        "2043-09-22");
    }

    @ParameterizedTest(name = "{0} has {1}")
    @CsvSource({
        "2015, 17",
        "2016, 17",
        "2017, 17",
        "2018, 20",
        "2019, 22",
        "2020, 18",
        "2021, 17",
        "2022, 16",
        "2023, 17",
        "2024, 21",
        "2025, 19",
        "2026, 18",
        "2027, 17",
        "2028, 16"
    })
    void everyYearHasItsNumberOfDaysOff(int year, int count) {
        assertThat(holidays.in(year)).hasSize(count);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("recordedYears")
    void everyDayOf2007To2050IsAsRecorded(int year, List<LocalDate> recorded) {
        assertThat(holidays.in(year)).extracting(Holiday::date).containsExactlyElementsOf(recorded);
    }

    @Test
    void yearsAfterTheLastGazetteAreProvisional() {
        assertThat(holidays.provisional(LocalDate.of(2027, 12, 31))).isFalse();
        assertThat(holidays.provisional(LocalDate.of(2028, 1, 1))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2006-12-31", "2100-01-01"})
    void yearsTheRulesDoNotCoverAreRefusedRatherThanGuessed(LocalDate date) {
        assertThatExceptionOfType(DateTimeException.class)
                .isThrownBy(() -> holidays.on(date))
                .withMessage("holidays are known from 2007-01-01 to 2099-12-31");
    }

    static Stream<Object[]> recordedYears() throws IOException {
        try (InputStream file = JapaneseHolidaysTest.class.getResourceAsStream("days-off-2007-2050.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(JapaneseHolidaysTest::recordedYear);
        }
    }

    private static Object[] recordedYear(String line) {
        String[] fields = line.split(" ");
        List<LocalDate> days = Arrays.stream(fields)
                .skip(1)
                .map(day -> LocalDate.parse(fields[0] + "-" + day))
                .toList();
        return new Object[] {Integer.valueOf(fields[0]), days};
    }
}
