package jp.shikaku.contracts.hotline;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jp.shikaku.contracts.text.LocalizedText;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class HotlineRecordsTest {

    private static final LocalizedText REASON = new LocalizedText("夏休み", "Summer break");
    private static final LocalDate DAY = LocalDate.of(2026, 8, 13);

    @ParameterizedTest(name = "closed {0} to {1}: {2} is {3}")
    @CsvSource({
        "12-29, 01-03, 2026-12-28, false",
        "12-29, 01-03, 2026-12-29, true",
        "12-29, 01-03, 2027-01-03, true",
        "12-29, 01-03, 2027-01-04, false",
        "08-13, 08-15, 2026-08-12, false",
        "08-13, 08-15, 2026-08-13, true",
        "08-13, 08-15, 2026-08-15, true",
        "08-13, 08-15, 2026-08-16, false",
        "02-28, 03-01, 2028-02-29, true"
    })
    void closureIncludesBothEndsAndMayReachOverTheTurnOfTheYear(
            String from, String to, LocalDate day, boolean included) {
        YearlyClosure closure = new YearlyClosure(MonthDay.parse("--" + from), MonthDay.parse("--" + to), REASON);

        assertThat(closure.includes(day)).isEqualTo(included);
    }

    @ParameterizedTest(name = "at {0}: {1}")
    @CsvSource({"09:29:59, false", "09:30:00, true", "17:29:59, true", "17:30:00, false"})
    void closingMinuteIsOutside(LocalTime time, boolean answers) {
        DayHours day = new DayHours(DAY, DayKind.SUNDAY, LocalTime.of(9, 30), LocalTime.of(17, 30), REASON, false);

        assertThat(day.answersAt(time)).isEqualTo(answers);
    }

    @Test
    void closedDayAnswersAtNoTime() {
        DayHours day = new DayHours(DAY, DayKind.CLOSURE, null, null, REASON, false);

        assertThat(day.closedAllDay()).isTrue();
        assertThat(day.answersAt(LocalTime.NOON)).isFalse();
    }

    @Test
    void openingWithoutClosingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DayHours(DAY, DayKind.SUNDAY, LocalTime.NOON, null, REASON, false));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DayHours(DAY, DayKind.SUNDAY, null, LocalTime.NOON, REASON, false));
    }

    @ParameterizedTest
    @CsvSource({"09:30, 09:30", "20:00, 09:30"})
    void spanThatDoesNotLastIsRefused(LocalTime opens, LocalTime closes) {
        assertThatIllegalArgumentException().isThrownBy(() -> new OpenSpan(opens, closes));
    }
}
