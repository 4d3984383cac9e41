package jp.shikaku.inquiry.hotline;

import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import jp.shikaku.contracts.calendar.JapaneseHolidays;
import jp.shikaku.contracts.calendar.OfficialHolidayTableException;
import jp.shikaku.contracts.hotline.DayKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The official file, as it is published: windows-31j and CRLF. */
class OfficialHolidaysConfiguredTest {

    private static final String FILE =
            "国民の祝日・休日月日,国民の祝日・休日名称\r\n" + "2028/1/1,元日\r\n2028/6/1,水無月の日\r\n2028/11/3,文化の日\r\n2028/11/23,勤労感謝の日\r\n";

    @TempDir
    Path folder;

    @Test
    void hoursFollowTheFile() throws Exception {
        Path csv = Files.write(folder.resolve("syukujitsu.csv"), FILE.getBytes(Charset.forName("windows-31j")));
        HotlineCalendar main = HotlineDirectory.load(JapaneseHolidays.with(csv)).main();
        LocalDate newHoliday = LocalDate.of(2028, 6, 1);

        assertThat(main.on(newHoliday).kind()).isEqualTo(DayKind.HOLIDAY);
        assertThat(main.on(newHoliday).reason().ja()).isEqualTo("水無月の日");
        assertThat(main.on(newHoliday).provisional()).isFalse();
        assertThat(HotlineDirectory.load().main().on(newHoliday).kind()).isEqualTo(DayKind.WEEKDAY);
        assertThat(HotlineDirectory.load().main().on(newHoliday).provisional()).isTrue();
    }

    @Test
    void serviceDoesNotStartOnAFileThatIsNotThereOrNotIt() throws Exception {
        Path other = Files.writeString(folder.resolve("other.csv"), "a,b\r\n1,2\r\n");

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> JapaneseHolidays.with(folder.resolve("missing.csv")))
                .withMessageContaining("missing.csv");
        assertThatExceptionOfType(OfficialHolidayTableException.class).isThrownBy(() -> JapaneseHolidays.with(other));
    }
}
