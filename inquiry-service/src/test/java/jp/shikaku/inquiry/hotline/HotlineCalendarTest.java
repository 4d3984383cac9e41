package jp.shikaku.inquiry.hotline;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import jp.shikaku.contracts.hotline.DayHours;
import jp.shikaku.contracts.hotline.DayKind;
import jp.shikaku.contracts.hotline.HotlineStatus;
import jp.shikaku.contracts.hotline.StatusChange;
import jp.shikaku.contracts.text.LocalizedText;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The hours of 0120-95-0178: weekdays 9:30–20:00; Saturdays, Sundays, holidays 9:30–17:30; closed 12/29–1/3. */
class HotlineCalendarTest {

    private final HotlineCalendar hotline = HotlineDirectory.load().main();

    @ParameterizedTest(name = "{0} {1} {2}–{3} {4}")
    @CsvSource({
        "2026-11-24, WEEKDAY, 09:30, 20:00, 平日",
        "2026-11-21, SATURDAY, 09:30, 17:30, 土曜日",
        "2026-11-22, SUNDAY, 09:30, 17:30, 日曜日",
        "2026-11-23, HOLIDAY, 09:30, 17:30, 勤労感謝の日",
        "2026-05-06, HOLIDAY, 09:30, 17:30, 振替休日",
        "2026-09-22, HOLIDAY, 09:30, 17:30, 国民の休日",
        "2032-09-21, HOLIDAY, 09:30, 17:30, 国民の休日",
        "2019-04-30, HOLIDAY, 09:30, 17:30, 国民の休日",
        "2019-10-22, HOLIDAY, 09:30, 17:30, 即位礼正殿の儀の行われる日",
        "2019-12-23, WEEKDAY, 09:30, 20:00, 平日",
        "2020-07-24, HOLIDAY, 09:30, 17:30, スポーツの日",
        "2020-10-12, WEEKDAY, 09:30, 20:00, 平日",
        "2021-08-09, HOLIDAY, 09:30, 17:30, 振替休日",
        "2021-10-11, WEEKDAY, 09:30, 20:00, 平日",
        "2024-02-23, HOLIDAY, 09:30, 17:30, 天皇誕生日",
        "2029-02-24, SATURDAY, 09:30, 17:30, 土曜日",
        "2026-12-28, WEEKDAY, 09:30, 20:00, 平日",
        "2027-01-04, WEEKDAY, 09:30, 20:00, 平日",
        "2026-01-04, SUNDAY, 09:30, 17:30, 日曜日",
        "2030-01-04, WEEKDAY, 09:30, 20:00, 平日"
    })
    void everyKindOfDayHasItsHours(LocalDate date, DayKind kind, String opens, String closes, String reason) {
        DayHours day = hotline.on(date);

        assertThat(day.kind()).isEqualTo(kind);
        assertThat(day.opens()).hasToString(opens);
        assertThat(day.closes()).hasToString(closes);
        assertThat(day.reason().ja()).isEqualTo(reason);
        assertThat(day.closedAllDay()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-12-29", "2026-12-30", "2026-12-31", "2027-01-01", "2027-01-02", "2027-01-03"})
    void turnOfTheYearIsClosedEvenWhereItIsAHoliday(LocalDate date) {
        DayHours day = hotline.on(date);

        assertThat(day.kind()).isEqualTo(DayKind.CLOSURE);
        assertThat(day.closedAllDay()).isTrue();
        assertThat(day.reason()).isEqualTo(new LocalizedText("年末年始", "Year-end and New Year"));
    }

    @ParameterizedTest(name = "{0} open: {1}, then {2} at {3}")
    @CsvSource({
        "2026-12-28T09:29:59+09:00, false, OPENS, 2026-12-28T09:30+09:00",
        "2026-12-28T09:30:00+09:00, true, CLOSES, 2026-12-28T20:00+09:00",
        "2026-12-28T19:59:59+09:00, true, CLOSES, 2026-12-28T20:00+09:00",
        "2026-12-28T20:00:00+09:00, false, OPENS, 2027-01-04T09:30+09:00",
        "2026-12-29T12:00:00+09:00, false, OPENS, 2027-01-04T09:30+09:00",
        "2027-01-01T12:00:00+09:00, false, OPENS, 2027-01-04T09:30+09:00",
        "2027-01-03T23:59:59+09:00, false, OPENS, 2027-01-04T09:30+09:00",
        "2027-01-04T18:00:00+09:00, true, CLOSES, 2027-01-04T20:00+09:00",
        "2026-01-04T17:29:59+09:00, true, CLOSES, 2026-01-04T17:30+09:00",
        "2026-01-04T17:30:00+09:00, false, OPENS, 2026-01-05T09:30+09:00",
        "2026-05-06T17:29:59+09:00, true, CLOSES, 2026-05-06T17:30+09:00",
        "2026-05-06T17:30:00+09:00, false, OPENS, 2026-05-07T09:30+09:00",
        "2026-09-22T18:00:00+09:00, false, OPENS, 2026-09-23T09:30+09:00",
        "2026-11-23T00:00:00+09:00, false, OPENS, 2026-11-23T09:30+09:00"
    })
    void openingMinuteIsInsideAndClosingMinuteOutside(
            OffsetDateTime moment, boolean open, StatusChange.Turn kind, OffsetDateTime at) {
        HotlineStatus status = hotline.at(moment.toInstant());

        assertThat(status.open()).isEqualTo(open);
        assertThat(status.next()).isEqualTo(new StatusChange(kind, at));
    }

    @ParameterizedTest(name = "{0} opens next at {1}, closes next at {2}")
    @CsvSource({
        "2026-12-28T09:29:59+09:00, 2026-12-28T09:30+09:00, 2026-12-28T20:00+09:00",
        "2026-12-28T09:30:00+09:00, 2027-01-04T09:30+09:00, 2026-12-28T20:00+09:00",
        "2026-12-28T20:00:00+09:00, 2027-01-04T09:30+09:00, 2027-01-04T20:00+09:00",
        "2026-11-22T17:29:59+09:00, 2026-11-23T09:30+09:00, 2026-11-22T17:30+09:00",
        "2026-11-22T17:30:00+09:00, 2026-11-23T09:30+09:00, 2026-11-23T17:30+09:00"
    })
    void bothNextOpeningAndNextClosingAreTold(OffsetDateTime moment, OffsetDateTime opens, OffsetDateTime closes) {
        HotlineStatus status = hotline.at(moment.toInstant());

        assertThat(status.nextOpening()).isEqualTo(opens);
        assertThat(status.nextClosing()).isEqualTo(closes);
    }

    @Test
    void dayIsJapansWhereverTheQuestionComesFrom() {
        HotlineStatus status = hotline.at(Instant.parse("2026-11-22T15:00:00Z"));

        assertThat(status.asOf()).hasToString("2026-11-23T00:00+09:00");
        assertThat(status.today().date()).isEqualTo("2026-11-23");
        assertThat(status.lineId()).isEqualTo("main");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            2026-11-24T10:00:00+09:00 | ただいま受付中です。本日は20:00までです。 | Open now, until 20:00 today.
            2026-11-24T08:00:00+09:00 | ただいま受付時間外です。本日は09:30から受け付けます。 | Closed now. Opens today at 09:30.
            2026-11-24T21:00:00+09:00 | 本日の受付は終了しました。次の受付は11月25日（水） 09:30からです。 | Closed for today. Opens next on Wednesday 25 November at 09:30.
            2026-12-31T10:00:00+09:00 | 本日は休みです（年末年始）。次の受付は1月4日（月） 09:30からです。 | Closed today (Year-end and New Year). Opens next on Monday 4 January at 09:30.
            """)
    void statusIsSaidInBothLanguages(OffsetDateTime moment, String ja, String en) {
        assertThat(hotline.at(moment.toInstant()).sentence()).isEqualTo(new LocalizedText(ja, en));
    }

    @Test
    void yearNotYetInTheGazetteIsMarked() {
        assertThat(hotline.on(LocalDate.of(2027, 9, 20)).provisional()).isFalse();
        assertThat(hotline.on(LocalDate.of(2032, 9, 21)).provisional()).isTrue();
    }

    @Test
    void everyChangeOfTwoYearsHappensWhenItWasForetold() {
        Instant moment = Instant.parse("2026-01-01T00:00:00Z");
        Instant end = Instant.parse("2028-01-01T00:00:00Z");
        while (moment.isBefore(end)) {
            HotlineStatus status = hotline.at(moment);
            Instant change = status.next().at().toInstant();
            assertThat(change).isAfter(moment);
            assertThat(hotline.at(change.minusSeconds(1)).open()).isEqualTo(status.open());
            assertThat(hotline.at(change).open()).isNotEqualTo(status.open());
            moment = change;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2006-12-31", "2099-01-01"})
    void daysOutsideTheCalendarAreRefused(LocalDate date) {
        assertThat(HotlineCalendar.covers(date)).isFalse();
        assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> hotline.on(date));
        assertThatExceptionOfType(DateTimeException.class)
                .isThrownBy(() -> hotline.at(Instant.parse(date + "T03:00:00Z")));
    }

    @Test
    void lastDayOfTheCalendarStillKnowsItsNextOpening() {
        assertThat(HotlineCalendar.covers(HotlineCalendar.LAST_DAY)).isTrue();
        assertThat(hotline.at(Instant.parse("2098-12-31T03:00:00Z")).next().at())
                .hasToString("2099-01-04T09:30+09:00");
    }
}
