package jp.shikaku.registration.importing.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import jp.shikaku.contracts.enrolment.EnrolmentRequest;
import jp.shikaku.contracts.problem.InvalidField;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.kit.file.FileCharset;
import jp.shikaku.kit.file.FileFormat;

import static org.assertj.core.api.Assertions.assertThat;

class RowReaderTest {

    @ParameterizedTest
    @EnumSource(FileCharset.class)
    void aRowBecomesARequestOfTheApi(FileCharset charset) {
        byte[] file = (Files.HEADER + "\r\n" + Files.HANAKO + "\r\n").getBytes(charset.charset());

        Row.Read row = Files.read(only(Files.rowsOfCsv(file)));

        assertThat(row.line()).isEqualTo(2);
        assertThat(row.original()).isEqualTo(Files.HANAKO);
        assertThat(row.faults()).isEmpty();
        assertThat(row.notes()).isEmpty();
        EnrolmentRequest request = row.request();
        assertThat(request.individualNumber()).isEqualTo("123456789018");
        assertThat(request.name()).isEqualTo("髙﨑 花子");
        assertThat(request.nameKana()).isEqualTo("ﾀｶｻｷ ﾊﾅｺ");
        assertThat(request.birthDate()).isEqualTo("1990-01-15");
        assertThat(request.sex()).isEqualTo("2");
        assertThat(request.address()).isEqualTo("東京都千代田区霞が関１－２－３");
        assertThat(request.relation()).isEqualTo("1");
        assertThat(request.acquired()).isEqualTo("2026-04-01");
        assertThat(request.lost()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "sex, 男, 1",
        "sex, ２, 2",
        "relation, 家族, 2",
        "burdenShare, ３割, 030",
        "burdenShare, 20, 020",
        "lossReason, 死亡, 01",
        "lossReason, 3, 03",
        "lossReason, 医療保険等の資格取得, 03",
        "cardClass, 短期（一般）, 03",
        "cardClass, ０１, 01",
        "sexOnCard, 未設定, 3",
        "individualNumber, １２３４５６７８９０１８, 123456789018",
        "postalCode, １００－８９１６, 100-8916",
        "lost, ５－０８０４３０, 2026-04-30",
        "symbol, １２３, １２３",
        "sex, X, X",
    })
    void valuesMayBeWrittenAsPeopleWriteThem(String field, String text, String value) throws Exception {
        List<String> fields = Arrays.stream(Column.values()).map(Column::field).toList();
        List<String> values =
                fields.stream().map(name -> name.equals(field) ? text : "").toList();

        Row.Read row = Files.read(
                only(Files.rowsOfCsv(Files.utf8(String.join(",", fields) + "\n" + String.join(",", values)))));

        assertThat(EnrolmentRequest.class.getMethod(field).invoke(row.request()))
                .isEqualTo(value);
    }

    @Test
    void quotesCommasAndSpacesAroundAValueAreNotPartOfIt() {
        String row = Files.HANAKO.replace("東京都千代田区霞が関１－２－３", "\"　東京都,\"\"霞\"\"が関 \"");

        assertThat(request(row).address()).isEqualTo("東京都,\"霞\"が関");
    }

    @Test
    void theFormulaThatKeepsZerosInASpreadsheetIsTakenOff() {
        String row = Files.HANAKO.replace("4567", "\"=\"\"0045\"\"\"");

        assertThat(request(row).number()).isEqualTo("0045");
    }

    @Test
    void everythingThatCannotBeUnderstoodInARowIsToldAtOnce() {
        String row = Files.HANAKO.replace("平成2年1月15日", "昭和64年1月8日").replace("R8.4.1", "4月1日");

        Row.Read read = Files.read(only(Files.rowsOfCsv(Files.utf8(Files.HEADER + "\n" + row))));

        assertThat(read.faults())
                .containsExactly(
                        new InvalidField("/birthDate", ValueFault.DATE_OUTSIDE_ERA),
                        new InvalidField("/acquired", ValueFault.DATE_NOT_READABLE));
        assertThat(read.request().birthDate()).isNull();
    }

    @Test
    void whatWasReadInAnotherWayThanItIsWrittenIsNoted() {
        String row = Files.HANAKO.replace("R8.4.1", "平成31年5月1日");

        Row.Read read = Files.read(only(Files.rowsOfCsv(Files.utf8(Files.HEADER + "\n" + row))));

        assertThat(read.request().acquired()).isEqualTo("2019-05-01");
        assertThat(read.notes()).containsExactly(new InvalidField("/acquired", ValueFault.DATE_ERA_ENDED));
    }

    @Test
    void aCharacterThatOneSystemMadeUpIsRefused() {
        byte[] file = Files.join(
                Files.windows31j(Files.HEADER + "\n1,4567,"), Files.hex("f040"), Files.windows31j(",ア,,女,東京,本人,\n"));

        assertThat(Files.read(only(Files.rowsOfCsv(file))).faults())
                .containsExactly(new InvalidField("/name", ValueFault.TEXT_PRIVATE_CHARACTER));
    }

    @ParameterizedTest
    @CsvSource({"06139992, ", "０６１３９９９２, ", "01139997, row-of-another-insurer", "12, insurer-number-format"})
    void aRowOfAnotherInsurerIsRefused(String number, String code) {
        List<Row> rows = Files.rowsOfCsv(Files.utf8("保険者番号," + Files.HEADER + "\n" + number + "," + Files.HANAKO));

        assertThat(Files.read(only(rows)).faults())
                .extracting(field -> field.fault().code())
                .isEqualTo(code == null ? List.of() : List.of(code));
    }

    @ParameterizedTest
    @EnumSource(FileCharset.class)
    void aBrokenByteIsShownAndLeavesItsNeighboursAlone(FileCharset charset) {
        byte[] row = ("\n" + Files.HANAKO).getBytes(charset.charset());
        byte[] file =
                Files.join(Files.HEADER.getBytes(charset.charset()), row, Files.hex("fd"), row, row, Files.hex("83"));

        List<Row> rows = Files.rows(file, FileForm.of(FileFormat.CSV, charset.label(), ColumnChoice.LAYOUT, file));

        assertUnreadable(rows.get(0), 2, ValueFault.ROW_UNDECODABLE);
        assertThat(rows.get(0).original()).isEqualTo(Files.HANAKO + "\\xFD");
        assertThat(rows.get(1)).isInstanceOf(Row.Read.class);
        assertUnreadable(rows.get(2), 4, ValueFault.ROW_UNDECODABLE);
        assertThat(rows.get(2).original()).isEqualTo(Files.HANAKO + "\\x83");
        assertThat(rows).hasSize(3);
    }

    /** The second half of a character that is missing must not be taken from the mark or line end that follows. */
    @ParameterizedTest
    @ValueSource(strings = {"\"\n", ",\"\n", "\n"})
    void halfACharacterDoesNotSwallowWhatFollows(String following) {
        byte[] file = Files.join(
                Files.windows31j(Files.HEADER + "\n1,\"花子"),
                Files.hex("83"),
                Files.windows31j(following + Files.HANAKO));

        List<Row> rows = Files.rowsOfCsv(file);

        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).original()).startsWith("1,\"花子\\x83");
        assertThat(rows.get(1).original()).isEqualTo(Files.HANAKO);
    }

    @ParameterizedTest
    @CsvSource({
        "'1,2', row-column-count",
        "'1,2,3,4,5,6,7,8,9,10', row-column-count",
        "'1,\"2,3,4,5,6,7,8,9', row-quotes",
        "'1,\"2\"x,3,4,5,6,7,8,9', row-quotes"
    })
    void aRowWhoseColumnsCannotBeToldApartIsRefusedAlone(String row, String code) {
        List<Row> rows = Files.rowsOfCsv(Files.utf8(Files.HEADER + "\n" + row + "\n" + Files.HANAKO));

        assertThat(rows).hasSize(2);
        assertThat(Files.unreadable(rows.get(0)).faults())
                .extracting(field -> field.fault().code())
                .containsExactly(code);
        assertThat(rows.get(0).original()).isEqualTo(row);
        assertThat(Files.read(rows.get(1)).line()).isEqualTo(3);
    }

    @Test
    void blankRowsAndTheEndMarkOfDosArePassedOver() {
        String file = Files.HEADER + "\n\n,,,,,,,,\n  \n" + Files.HANAKO + "\n\u001A";

        assertThat(only(Files.rowsOfCsv(Files.utf8(file))).line()).isEqualTo(5);
    }

    @Test
    void aLineOfNdjsonIsABodyOfTheApi() {
        byte[] file = Files.utf8(
                """
                {"individualNumber":"123456789018","name":"髙橋 花子"}

                {"individualNumber":"123456789018","nmae":"髙橋"}
                {"number":1}
                {"name":
                null
                []
                {"name":"a"} {"name":"b"}
                """);

        List<Row> rows = Files.rowsOfNdjson(file);

        assertThat(Files.read(rows.get(0)).request().name()).isEqualTo("髙橋 花子");
        assertThat(Files.unreadable(rows.get(1)).faults())
                .containsExactly(new InvalidField("/nmae", ValueFault.UNKNOWN_FIELD));
        assertThat(rows.get(1).line()).isEqualTo(3);
        rows.subList(3, 7).forEach(row -> assertThat(Files.unreadable(row).faults())
                .containsExactly(new InvalidField("", ValueFault.ROW_NOT_JSON)));
        assertThat(rows).hasSize(7);
    }

    @Property(tries = 50)
    void readingOnFromAnyPositionGivesTheRestOfTheRows(@ForAll @IntRange(max = 6) int taken) {
        byte[] file = Files.windows31j(Files.HEADER + "\r\n" + Files.HANAKO + "\r\n1,\"2\n" + Files.HANAKO
                + "\n\n3,\"a\nb\"\r\n" + Files.HANAKO + "\r\n" + Files.HANAKO);
        FileForm form = Files.csvForm(file);
        List<Row> all = Files.rows(file, form);
        RowReader first = Files.reader(file, form, form.firstRow());
        List<Row> both = new ArrayList<>();
        for (int i = 0; i < taken; i++) {
            Files.next(first).ifPresent(both::add);
        }
        RowReader second = Files.reader(file, form, first.position());
        for (Optional<Row> row = Files.next(second); row.isPresent(); row = Files.next(second)) {
            both.add(row.get());
        }

        assertThat(both).isEqualTo(all).hasSize(6);
    }

    @Test
    void theTemplateIsAFileThatCanBeRead() {
        for (FileCharset charset : FileCharset.values()) {
            byte[] file = Template.in(charset);
            FileForm form = Files.csvForm(file);

            Row.Read example = Files.read(only(Files.rows(file, form)));

            assertThat(form.charset()).isEqualTo(charset);
            assertThat(form.columns()).hasSize(Column.values().length);
            assertThat(example.faults()).isEmpty();
            assertThat(example.request().name()).isEqualTo("資格　花子");
        }
    }

    @Test
    void noRowPrintsWhatItSays() {
        List<Row> rows = Files.rowsOfCsv(Files.utf8(Files.HEADER + "\n" + Files.HANAKO + "\n花子"));

        assertThat(rows.toString()).doesNotContain("123456789018", "花子");
    }

    private static EnrolmentRequest request(String row) {
        return Files.read(only(Files.rowsOfCsv(Files.utf8(Files.HEADER + "\n" + row))))
                .request();
    }

    private static Row only(List<Row> rows) {
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private static void assertUnreadable(Row row, long line, ValueFault fault) {
        assertThat(Files.unreadable(row).faults()).containsExactly(new InvalidField("", fault));
        assertThat(row.line()).isEqualTo(line);
    }
}
