package jp.shikaku.registration.importing.file;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import jp.shikaku.contracts.problem.InvalidField;
import jp.shikaku.contracts.problem.ProblemException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.kit.file.FileCharset;
import jp.shikaku.kit.file.FileFormat;
import jp.shikaku.kit.file.Position;

import static jp.shikaku.registration.importing.file.Column.NAME;
import static jp.shikaku.registration.importing.file.Column.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FileFormTest {

    @Test
    void columnsStandInAnyOrder() {
        FileForm form = Files.csvForm(Files.windows31j("住所,番号,カナ氏名,漢字氏名,性別,本人・家族,個人番号,資格取得年月日,生年月日\r\n"));

        assertThat(form.charset()).isEqualTo(FileCharset.WINDOWS_31J);
        assertThat(form.columns().subList(0, 4))
                .containsExactly(
                        Optional.of(Column.ADDRESS),
                        Optional.of(NUMBER),
                        Optional.of(Column.NAME_KANA),
                        Optional.of(NAME));
        assertThat(form.firstRow().line()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(Column.class)
    void aColumnGoesByItsFieldItsTitlesAndWhatOtherSystemsCallIt(Column column) {
        assertThat(ColumnTitle.of(column.field()).column()).contains(column);
        assertThat(ColumnTitle.of(column.titleJa()).column()).contains(column);
        assertThat(ColumnTitle.of(column.titleEn()).column()).contains(column);
        assertThat(column.otherTitles())
                .allSatisfy(title -> assertThat(ColumnTitle.of(title).column()).contains(column));
    }

    @ParameterizedTest
    @ValueSource(strings = {"カナ氏名", "ｶﾅ氏名", " カナ 氏名 ", "カナ・氏名", "NAMEKANA", "ｎａｍｅＫａｎａ", "name_kana", "フリガナ"})
    void widthCaseSpacesAndPunctuationOfATitleDoNotMatter(String title) {
        assertThat(ColumnTitle.of(title).column()).contains(Column.NAME_KANA);
    }

    @Test
    void aFileThatLacksRequiredColumnsIsRefusedAndAllAreNamed() {
        assertRefused(
                "個人番号,番号,漢字氏名,カナ氏名,生年月日,性別\n",
                ColumnChoice.LAYOUT,
                new InvalidField("column:address", ValueFault.COLUMN_MISSING),
                new InvalidField("column:relation", ValueFault.COLUMN_MISSING),
                new InvalidField("column:acquired", ValueFault.COLUMN_MISSING));
    }

    @Test
    void anUnknownColumnIsRefusedByItsNumberAndWithoutWhatStandsThere() {
        assertRefused(
                Files.HEADER + ",資格喪失年月曰\n",
                ColumnChoice.LAYOUT,
                new InvalidField("column:10", ValueFault.COLUMN_UNKNOWN));
    }

    @Test
    void aFileWithoutAHeaderIsRefusedAndItsFirstPersonIsNotQuoted() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Files.csvForm(Files.utf8(Files.HANAKO + "\n")))
                .satisfies(e -> assertThat(e.errors().toString()).doesNotContain("123456789018", "花子"));
    }

    @Test
    void anUnknownColumnIsPassedOverWhenTheSenderSaysSo() {
        FileForm form =
                FileForm.of(FileFormat.CSV, null, new ColumnChoice(Map.of(), true), Files.utf8(Files.HEADER + ",備考\n"));

        assertThat(form.columns()).hasSize(10).endsWith(Optional.empty());
    }

    @Test
    void twoColumnsForOneFieldAreRefused() {
        assertRefused(
                Files.HEADER + ",フリガナ\n", ColumnChoice.LAYOUT, new InvalidField("column:10", ValueFault.COLUMN_TWICE));
    }

    @Test
    void aSenderMapsTitlesOfItsOwn() {
        String header = Files.HEADER.replace("漢字氏名", "名前");

        FileForm form = FileForm.of(
                FileFormat.CSV, null, new ColumnChoice(Map.of(NAME, "名前"), false), Files.utf8(header + "\n"));

        assertThat(form.columns()).contains(Optional.of(NAME));
    }

    @Test
    void aMappedColumnIsNotAlsoReadByItsUsualTitle() {
        assertRefused(
                Files.HEADER + ",名前\n",
                new ColumnChoice(Map.of(NAME, "名前"), false),
                new InvalidField("column:3", ValueFault.COLUMN_UNKNOWN));
    }

    @Test
    void aMappedTitleThatTheFileLacksIsRefused() {
        assertRefused(
                Files.HEADER + "\n",
                new ColumnChoice(Map.of(Column.LOST, "喪失"), false),
                new InvalidField("column:lost", ValueFault.COLUMN_MISSING));
    }

    @Test
    void anEmptyFileHasNoColumns() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Files.csvForm(new byte[0]))
                .satisfies(e -> assertThat(e.type()).isEqualTo(ProblemType.FILE_COLUMNS_INVALID));
    }

    @Test
    void aHeaderThatCannotBeReadIsRefusedForThat() {
        byte[] broken = Files.join(Files.utf8("個人番号,漢字氏名,住所,カナ氏名"), Files.hex("ff"));

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Files.csvForm(broken))
                .satisfies(e ->
                        assertThat(e.errors()).containsExactly(new InvalidField("line:1", ValueFault.ROW_UNDECODABLE)));
    }

    @Test
    void rowsBeginAfterByteOrderMarkAndHeader() {
        byte[] file = Files.join(Files.hex("efbbbf"), Files.utf8(Files.HEADER + "\r\n" + Files.HANAKO));

        FileForm form = Files.csvForm(file);

        assertThat(form.firstRow()).isEqualTo(new Position(3L + Files.utf8(Files.HEADER).length + 2, 2));
    }

    private static void assertRefused(String file, ColumnChoice choice, InvalidField... faults) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> FileForm.of(FileFormat.CSV, null, choice, Files.utf8(file)))
                .satisfies(e -> assertThat(e.type()).isEqualTo(ProblemType.FILE_COLUMNS_INVALID))
                .satisfies(e -> assertThat(e.errors()).isEqualTo(List.of(faults)));
    }
}
