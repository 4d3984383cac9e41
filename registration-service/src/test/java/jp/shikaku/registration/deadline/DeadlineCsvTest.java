package jp.shikaku.registration.deadline;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import jp.shikaku.contracts.deadline.Deadline;
import jp.shikaku.contracts.deadline.DeadlineClock;
import jp.shikaku.contracts.deadline.DeadlineState;
import jp.shikaku.contracts.number.CorporateNumber;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.report.ReportKind;
import jp.shikaku.contracts.report.ReportState;
import jp.shikaku.kit.file.FileCharset;

import static org.assertj.core.api.Assertions.assertThat;

class DeadlineCsvTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+81", "-2", "@SUM(A1)", "＝1", "＋1", "－1", "＠a", "\t=1", "\r=1", "\n=1"})
    void whatASpreadsheetWouldCalculateIsText(String reference) {
        assertThat(utf8(reference)).contains(",\"'" + reference + "\",");
    }

    @ParameterizedTest
    @ValueSource(strings = {"社員 42", "A-1", "1=1", "a@example.jp", "'"})
    void whatIsNoFormulaStaysAsItIs(String reference) {
        assertThat(utf8(reference)).contains(",\"" + reference + "\",");
    }

    @Test
    void quotesAreDoubledAndNothingIsAnEmptyField() {
        assertThat(utf8("a\"b")).contains(",\"a\"\"b\",").endsWith(",-1,\"\",\"\"\r\n");
        assertThat(utf8(null)).contains(",\"\",");
    }

    @Test
    void whatTheEncodingLacksIsWrittenAsItsCodePoint() {
        byte[] bytes = DeadlineCsv.in(FileCharset.WINDOWS_31J).lines(List.of(deadline("髙𠮷")));

        assertThat(new String(bytes, Charset.forName("windows-31j"))).contains("\"髙\\u{20BB7}\"");
        assertThat(utf8("髙𠮷")).contains("\"髙𠮷\"");
    }

    private static String utf8(String reference) {
        byte[] bytes = DeadlineCsv.in(FileCharset.UTF_8).lines(List.of(deadline(reference)));
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Deadline deadline(String reference) {
        return new Deadline(
                new UUID(1, 2),
                ReportKind.ACQUISITION,
                ReportState.FILED,
                DeadlineClock.INSURER,
                DeadlineState.OVERDUE,
                CorporateNumber.of("1010601008968"),
                InsurerNumber.of("06139992"),
                reference,
                LocalDate.of(2026, 4, 1),
                LocalDate.of(2026, 4, 6),
                -1,
                null,
                null);
    }
}
