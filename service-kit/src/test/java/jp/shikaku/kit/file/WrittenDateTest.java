package jp.shikaku.kit.file;

import java.time.LocalDate;
import java.time.chrono.JapaneseDate;
import java.time.chrono.JapaneseEra;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ValueFault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WrittenDateTest {

    private static final LocalDate FIRST = LocalDate.of(1873, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2100, 12, 31);
    private static final List<String> ERAS = List.of("明治", "大正", "昭和", "平成", "令和");

    private final List<ValueFault> notes = new ArrayList<>();

    /** The day in its era, as Java's own calendar counts it. */
    private record EraDay(int era, int year, int month, int day) {

        static EraDay of(LocalDate date) {
            JapaneseDate japanese = JapaneseDate.from(date);
            int era = japanese.getEra().getValue() - JapaneseEra.MEIJI.getValue();
            return new EraDay(era, japanese.get(ChronoField.YEAR_OF_ERA), date.getMonthValue(), date.getDayOfMonth());
        }

        String title() {
            return ERAS.get(era);
        }

        char letter() {
            return "MTSHR".charAt(era);
        }
    }

    private static final List<BiFunction<LocalDate, EraDay, String>> FORMS = List.of(
            (date, era) -> date.toString(),
            (date, era) -> "%d/%d/%d".formatted(date.getYear(), era.month(), era.day()),
            (date, era) -> "%d.%02d.%02d".formatted(date.getYear(), era.month(), era.day()),
            (date, era) -> "%d年%d月%d日".formatted(date.getYear(), era.month(), era.day()),
            (date, era) -> "%04d%02d%02d".formatted(date.getYear(), era.month(), era.day()),
            (date, era) -> fullWidth("%04d/%d/%d".formatted(date.getYear(), era.month(), era.day())),
            (date, era) -> "%s%d年%d月%d日".formatted(era.title(), era.year(), era.month(), era.day()),
            (date, era) -> fullWidth("%s %s年%2d月%2d日"
                    .formatted(era.title(), era.year() == 1 ? "元" : era.year(), era.month(), era.day())),
            (date, era) -> "%s%d.%d.%d".formatted(era.title().charAt(0), era.year(), era.month(), era.day()),
            (date, era) -> "%c%d.%d.%d".formatted(era.letter(), era.year(), era.month(), era.day()),
            (date, era) -> "%c%02d/%02d/%02d"
                    .formatted(Character.toLowerCase(era.letter()), era.year(), era.month(), era.day()));

    /** Two digits a year: up to the 99th of an era. */
    private static final List<BiFunction<LocalDate, EraDay, String>> SHORT_FORMS = List.of(
            (date, era) -> "%c%02d%02d%02d".formatted(era.letter(), era.year(), era.month(), era.day()),
            (date, era) -> "%d-%02d%02d%02d".formatted(era.era() + 1, era.year(), era.month(), era.day()),
            (date, era) -> fullWidth("%d-%02d%02d%02d".formatted(era.era() + 1, era.year(), era.month(), era.day())));

    @Test
    void everyDayIsReadBackFromEveryForm() {
        for (LocalDate date = FIRST; !date.isAfter(LAST); date = date.plusDays(1)) {
            EraDay era = EraDay.of(date);
            for (BiFunction<LocalDate, EraDay, String> form : FORMS) {
                assertReadAs(date, form.apply(date, era));
            }
            for (BiFunction<LocalDate, EraDay, String> form : SHORT_FORMS) {
                assertReadAs(date, form.apply(date, era));
            }
        }
        assertThat(notes).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "令和元年5月1日, 2019-05-01",
        "平成31年4月30日, 2019-04-30",
        "昭和64年1月7日, 1989-01-07",
        "平成元年1月8日, 1989-01-08",
        "昭和元年12月25日, 1926-12-25",
        "大正15年12月24日, 1926-12-24",
        "大正元年7月30日, 1912-07-30",
        "明治45年7月29日, 1912-07-29",
        "明治6年1月1日, 1873-01-01",
        "㋿8年4月1日, 2026-04-01",
        "㍻2.1.15, 1990-01-15",
        "２０２６／４／１, 2026-04-01",
        "Ｒ８．４．１, 2026-04-01",
        "５－０８０４０１, 2026-04-01",
        "令和 8年 4月 1日, 2026-04-01",
        "2026/4/1 0:00, 2026-04-01",
        "2026-04-01 00:00:00, 2026-04-01",
        "2026-04-01T00:00:00, 2026-04-01",
        "2024-02-29, 2024-02-29",
        "令和6年2月29日, 2024-02-29"
    })
    void isReadAsItIsMeant(String text, String date) {
        assertThat(read(text)).isEqualTo(date);
        assertThat(notes).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"平成31年5月1日, 2019-05-01", "H31.12.31, 2019-12-31", "4-310501, 2019-05-01"})
    void heiseiMayRunOnToTheEndOf2019WithANote(String text, String date) {
        assertThat(read(text)).isEqualTo(date);
        assertThat(notes).containsExactly(ValueFault.DATE_ERA_ENDED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "昭和64年1月8日",
                "昭和65年4月1日",
                "大正15年12月25日",
                "明治45年7月30日",
                "平成32年1月1日",
                "平成元年1月7日",
                "令和元年4月30日",
                "昭和元年12月24日",
                "大正元年7月29日",
                "明治5年12月31日",
                "3-640108"
            })
    void aDayOutsideItsEraIsRefused(String text) {
        assertRefused(text, ValueFault.DATE_OUTSIDE_ERA);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-02-30", "20260229", "令和8年2月29日", "R8.13.1", "R8.4.0", "令和0年5月1日", "5-089901", "00000000"})
    void aDayThatDoesNotExistIsRefused(String text) {
        assertRefused(text, ValueFault.DATE_DOES_NOT_EXIST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "昨日",
                "8.4.1",
                "26/4/1",
                "202641",
                "2026040",
                "R8",
                "令和8年4月",
                "令和2026年4月1日",
                "R2026.4.1",
                "6-080401",
                "5080401",
                "X8.4.1",
                "2026-04-01 12:30",
                "元年5月1日",
                "2026年元月1日",
                "令和八年四月一日",
                "2026-04-011",
                "46113",
                "日",
                "-"
            })
    void whatIsNoDateIsRefused(String text) {
        assertRefused(text, ValueFault.DATE_NOT_READABLE);
    }

    @Property
    void noTextEndsOtherwiseThanInADateOrARefusal(@ForAll @StringLength(max = 12) String text) {
        try {
            assertThat(LocalDate.parse(read(text))).isNotNull();
        } catch (InvalidValueException e) {
            assertThat(e.getMessage()).startsWith("date-");
        }
    }

    private void assertReadAs(LocalDate date, String text) {
        if (!date.toString().equals(read(text))) { // an assertion here for each of a million would take its time
            throw new AssertionError(text + " was read as " + read(text));
        }
    }

    private String read(String text) {
        return WrittenDate.toIso(text, notes::add);
    }

    private void assertRefused(String text, ValueFault fault) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> read(text))
                .satisfies(e -> assertThat(e.fault()).isEqualTo(fault));
    }

    private static String fullWidth(String text) {
        StringBuilder wide = new StringBuilder();
        text.chars().forEach(c -> wide.append(c == ' ' ? '　' : c > ' ' && c < 0x7F ? (char) (c + 0xFEE0) : (char) c));
        return wide.toString();
    }
}
