package jp.shikaku.registration.importing.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import jp.shikaku.contracts.problem.InvalidField;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.kit.file.FileCharset;

import static org.assertj.core.api.Assertions.assertThat;

class RefusalFileTest {

    private static final RowFault BIRTH_DATE = RowFault.of(new InvalidField("/birthDate", ValueFault.DATE_OUTSIDE_ERA));

    @ParameterizedTest
    @EnumSource(FileCharset.class)
    void saysWhereWhatAndWhyAndShowsTheRow(FileCharset charset) {
        List<String> line = lines(charset, new RefusedValue(7, true, BIRTH_DATE, Files.HANAKO))
                .get(1);

        assertThat(line)
                .containsExactly(
                        "7",
                        "受付不可",
                        "生年月日",
                        "date-outside-era",
                        ValueFault.DATE_OUTSIDE_ERA.detail().ja(),
                        ValueFault.DATE_OUTSIDE_ERA.nextStep().ja(),
                        ValueFault.DATE_OUTSIDE_ERA.detail().en(),
                        ValueFault.DATE_OUTSIDE_ERA.nextStep().en(),
                        Files.HANAKO);
    }

    @Test
    void aNoteIsNoRefusal() {
        assertThat(lines(FileCharset.UTF_8, new RefusedValue(7, false, BIRTH_DATE, ""))
                        .get(1))
                .contains("受付(注意)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+2", "+81", "-1", "@x", "＝HYPERLINK(1)", "＋1", "－1", "＠x"})
    void aRowIsNoFormula(String original) {
        assertThat(lines(FileCharset.UTF_8, new RefusedValue(2, true, BIRTH_DATE, original))
                        .get(1))
                .endsWith("'" + original);
    }

    @Test
    void aRowThatIsNoFormulaIsLeftAsItIs() {
        assertThat(lines(FileCharset.UTF_8, new RefusedValue(2, true, BIRTH_DATE, "1=2"))
                        .get(1))
                .endsWith("1=2");
    }

    @ParameterizedTest
    @CsvSource({"1〜2−3, 1～2－3", "𠮷田, \\u{20BB7}田", "葛󠄀城, 葛\\u{E0100}城"})
    void whatAnEncodingLacksIsNeverAQuestionMark(String original, String written) {
        assertThat(lines(FileCharset.WINDOWS_31J, new RefusedValue(2, true, BIRTH_DATE, original))
                        .get(1))
                .endsWith(written);
    }

    @ParameterizedTest
    @EnumSource(ValueFault.class)
    void everyReasonCanBeWrittenInBothEncodings(ValueFault fault) {
        List<String> line = lines(
                        FileCharset.WINDOWS_31J,
                        new RefusedValue(2, true, RowFault.of(new InvalidField("", fault)), ""))
                .get(1);

        assertThat(line.get(4) + line.get(5)).doesNotContain("\\u{");
    }

    @Test
    void aUtf8FileBeginsWithAByteOrderMarkForSpreadsheets() {
        assertThat(new RefusalFile(FileCharset.UTF_8).beginning()).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(new RefusalFile(FileCharset.WINDOWS_31J).beginning()).startsWith('"');
    }

    private static List<List<String>> lines(FileCharset charset, RefusedValue value) {
        RefusalFile file = new RefusalFile(charset);
        byte[] bytes = Files.join(file.beginning(), file.line(value));
        try (CSVParser parser = CSVParser.parse(new String(bytes, charset.charset()), CSVFormat.RFC4180)) {
            return parser.stream().map(CSVRecord::toList).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
