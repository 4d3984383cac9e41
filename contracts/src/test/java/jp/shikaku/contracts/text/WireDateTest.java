package jp.shikaku.contracts.text;

import java.time.LocalDate;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.time.api.constraints.DateRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import jp.shikaku.contracts.problem.ValueFault;

import static jp.shikaku.contracts.RefusalAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

class WireDateTest {

    @Property
    void everyDateSurvivesTheWire(@ForAll @DateRange(min = "1868-01-01", max = "9999-12-31") LocalDate date) {
        assertThat(WireDate.parse(date.toString())).isEqualTo(date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "令和元年",
                "令和元年5月1日",
                "平成31年5月",
                "R8.4.1",
                "2026/4/1",
                "2026/04/01",
                "20260401",
                "2026-4-1",
                "2026-04",
                "26-04-01",
                "01-04-2026",
                " 2026-04-01",
                "2026-04-01 ",
                "2026-04-01T00:00:00Z",
                "2026-04-01+09:00",
                "+2026-04-01",
                "-2026-04-01",
                "２０２６-０４-０１",
                "2026－04－01",
                "٢٠٢٦-٠٤-٠١"
            })
    void everyOtherWritingIsRefused(String text) {
        assertRefused(ValueFault.DATE_NOT_ISO, () -> WireDate.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-30",
                "2026-02-29",
                "2100-02-29",
                "2026-04-31",
                "2026-13-01",
                "2026-00-01",
                "2026-01-00",
                "2026-01-32",
                "9999-99-99"
            })
    void daysOutsideTheCalendarAreRefused(String text) {
        assertRefused(ValueFault.DATE_DOES_NOT_EXIST, () -> WireDate.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-29", "2000-02-29", "1989-01-07", "2019-04-30", "2019-05-01"})
    void leapDaysAndChangesOfEraAreDaysLikeOthers(String text) {
        assertThat(WireDate.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @NullSource
    void missingDateIsRequired(String text) {
        assertRefused(ValueFault.REQUIRED, () -> WireDate.parse(text));
    }
}
