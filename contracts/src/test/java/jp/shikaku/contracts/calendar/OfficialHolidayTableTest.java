package jp.shikaku.contracts.calendar;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jp.shikaku.contracts.text.LocalizedText;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OfficialHolidayTableTest {

    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");
    private static final String HEADING = "国民の祝日・休日月日,国民の祝日・休日名称\r\n";

    /** 2028 as it might be gazetted after a change of law: one day renamed, one new, one moved. */
    private static final String YEAR_2028 = HEADING
            + "2028/1/1,元日\r\n2028/1/10,成人の日\r\n2028/2/11,建国記念の日\r\n2028/2/23,天皇誕生日\r\n"
            + "2028/3/20,春分の日\r\n2028/4/29,昭和の日\r\n2028/5/3,憲法記念日\r\n2028/5/4,みどりの日\r\n"
            + "2028/5/5,こどもの日\r\n2028/6/1,水無月の日\r\n2028/7/20,海の日\r\n2028/8/11,山の日\r\n"
            + "2028/9/18,敬老の日\r\n2028/9/22,秋分の日\r\n2028/10/9,スポーツの日\r\n2028/11/3,暦の日\r\n"
            + "2028/11/23,勤労感謝の日\r\n";

    private final JapaneseHolidays holidays =
            JapaneseHolidays.byLaw().with(OfficialHolidayTable.parse(YEAR_2028.getBytes(WINDOWS_31J)));

    @Test
    void tableWinsForTheYearsItContains() {
        assertThat(nameOn("2028-06-01")).isEqualTo("水無月の日");
        assertThat(nameOn("2028-11-03")).isEqualTo("暦の日");
        assertThat(nameOn("2028-07-20")).isEqualTo("海の日");
        assertThat(holidays.on(LocalDate.of(2028, 7, 17))).isEmpty();
    }

    @Test
    void otherYearsStayAsTheLawSays() {
        assertThat(holidays.in(2027)).isEqualTo(JapaneseHolidays.byLaw().in(2027));
        assertThat(holidays.in(2029)).isEqualTo(JapaneseHolidays.byLaw().in(2029));
    }

    @Test
    void lastYearOfTheTableIsNoLongerProvisional() {
        assertThat(holidays.provisional(LocalDate.of(2028, 12, 31))).isFalse();
        assertThat(holidays.provisional(LocalDate.of(2029, 1, 1))).isTrue();
    }

    @Test
    void nameTheLawDoesNotKnowYetIsCalledANationalHolidayInEnglish() {
        assertThat(holidays.on(LocalDate.of(2028, 6, 1)))
                .map(Holiday::name)
                .contains(new LocalizedText("水無月の日", "National holiday"));
    }

    @Test
    void dayTheTableCallsOnlyOffKeepsTheNameOfTheRules() {
        String year2019 = HEADING
                + "2019/1/1,元日\n2019/4/30,休日\n2019/5/1,休日（祝日扱い）\n2019/5/6,休日\n2019/6/3,休日\n2019/11/3,文化の日\n2019/11/23,勤労感謝の日\n";
        JapaneseHolidays merged =
                JapaneseHolidays.byLaw().with(OfficialHolidayTable.parse(year2019.getBytes(StandardCharsets.UTF_8)));

        assertThat(merged.in(2019))
                .extracting(holiday -> holiday.name().ja())
                .containsExactly("元日", "国民の休日", "天皇の即位の日", "振替休日", "休日", "文化の日", "勤労感謝の日");
    }

    @Test
    void yearsBeforeTheRulesAreReadAndLeftAside() {
        String year1955 = HEADING + "1955/1/1,元日\n1955/11/3,文化の日\n1955/11/23,勤労感謝の日\n";

        JapaneseHolidays merged =
                JapaneseHolidays.byLaw().with(OfficialHolidayTable.parse(year1955.getBytes(WINDOWS_31J)));

        assertThat(merged.in(2026)).hasSize(18);
        assertThat(merged.provisional(LocalDate.of(2027, 1, 1))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"windows-31j, ''", "UTF-8, ''", "UTF-8, \uFEFF"})
    void bothEncodingsAndAByteOrderMarkAreRead(Charset charset, String mark) {
        OfficialHolidayTable table = OfficialHolidayTable.parse((mark + YEAR_2028).getBytes(charset));

        assertThat(table.in(2028)).hasSize(17);
    }

    @ParameterizedTest(name = "line {1}: {2}")
    @CsvSource({
        "'date,name\n2028/1/1,元日', 1, heading",
        "'', 1, heading",
        "'国民の祝日・休日月日,国民の祝日・休日名称\n', 1, no holiday",
        "'国民の祝日・休日月日,国民の祝日・休日名称\n2028/2/30,元日', 2, no such date",
        "'国民の祝日・休日月日,国民の祝日・休日名称\n令和10年1月1日,元日', 2, no such date",
        "'国民の祝日・休日月日,国民の祝日・休日名称\n2028/1/1', 2, not a date and a name",
        "'国民の祝日・休日月日,国民の祝日・休日名称\n2028/1/1,', 2, not a date and a name",
        "'国民の祝日・休日月日,国民の祝日・休日名称\n2028/1/1,元日,x', 2, not a date and a name",
        "'国民の祝日・休日月日,国民の祝日・休日名称\n2028/1/1,元日\n2028/1/1,元日', 3, appears twice",
        "'国民の祝日・休日月日,国民の祝日・休日名称\n2028/1/1,元日\n2028/11/3,文化の日', 3, 2028-11-23 is missing"
    })
    void unusableTableIsRefusedWithItsLine(String text, int line, String message) {
        assertThatExceptionOfType(OfficialHolidayTableException.class)
                .isThrownBy(() -> OfficialHolidayTable.parse(text.getBytes(WINDOWS_31J)))
                .withMessageContaining(message)
                .satisfies(unusable -> assertThat(unusable.line()).isEqualTo(line))
                .satisfies(unusable -> assertThat(unusable.detail().ja()).startsWith("祝日ファイル " + line + "行目: "));
    }

    @Test
    void bytesOfNeitherEncodingAreRefused() {
        assertThatExceptionOfType(OfficialHolidayTableException.class)
                .isThrownBy(() -> OfficialHolidayTable.parse(new byte[] {(byte) 0xFF, (byte) 0xFF, 0x0A}))
                .withMessageContaining("neither UTF-8 nor windows-31j");
    }

    private String nameOn(String date) {
        return holidays.on(LocalDate.parse(date)).orElseThrow().name().ja();
    }
}
