package jp.shikaku.registration;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import jp.shikaku.local.postgres.LocalPostgres;
import jp.shikaku.registration.world.Citizen;
import jp.shikaku.registration.world.Days;
import jp.shikaku.registration.world.Desk;
import jp.shikaku.registration.world.RegistrationTest;
import jp.shikaku.registration.world.ReportFiles;
import jp.shikaku.registration.world.Rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

/** A table of reports, as people and their spreadsheets write it. */
@RegistrationTest
class ReportTableTest {

    private static final String TITLES = "整理番号,保険者番号,個人番号,漢字氏名,カナ氏名,生年月日,性別,住所,資格取得年月日";

    LocalPostgres postgres;
    Citizen hanako;

    @BeforeEach
    void parties() {
        Desk.knowParties();
        hanako = Citizen.hanako();
    }

    @Test
    void csvAsASpreadsheetWritesItIsRead() {
        String row = "社員1,%s,%s,%s,\"%s\",1990/1/15,女,%s,%s"
                .formatted(
                        Desk.INSURER,
                        hanako.individualNumber(),
                        hanako.name(),
                        hanako.nameKana(),
                        hanako.address(),
                        Days.ago(2).replace("-", "/"));

        ReportFiles.csv("text/csv", StandardCharsets.UTF_8, "\uFEFF" + TITLES, row)
                .statusCode(200)
                .body("filed", equalTo(1));
        ReportFiles.csv("text/csv; charset=Shift_JIS", Charset.forName("windows-31j"), TITLES, row)
                .body("unchanged", equalTo(1));
        ReportFiles.csv("text/csv", Charset.forName("windows-31j"), TITLES, row).body("unchanged", equalTo(1));
        ReportFiles.csv("text/csv; charset=EUC-JP", StandardCharsets.UTF_8, TITLES, row)
                .statusCode(415)
                .body("code", equalTo("file-charset-unsupported"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"平成2年1月15日", "H2.1.15", "H020115", "4-020115", "１９９０／１／１５", "19900115"})
    void datesMayBeWrittenAsPeopleWriteThem(String birthDate) {
        ReportFiles.csv("text/csv", StandardCharsets.UTF_8, TITLES, row(birthDate))
                .body("filed", equalTo(1));

        assertThat(new Rows(postgres)
                        .column(
                                "select birth_date::text from report where reference = ?",
                                hanako.individualNumber().substring(4)))
                .containsExactly("1990-01-15");
    }

    /** Forms printed before the era changed say 平成31年 of what is 令和元年; files of enrolments are read alike. */
    @Test
    void anEraThatHadEndedIsReadAsTheNextAndTold() {
        ValidatableResponse answer = ReportFiles.csv(
                "text/csv", StandardCharsets.UTF_8, TITLES, row("平成31年4月30日"), row("平成31年5月1日"), row("令和元年5月1日"));

        answer.body("filed", equalTo(2))
                .body("unchanged", equalTo(1))
                .body("refused", equalTo(0))
                .body("noted", equalTo(1))
                .body("notedRows.line", contains(3))
                .body("notedRows[0].notes.pointer", contains("/birthDate"))
                .body("notedRows[0].notes.code", contains("date-era-ended"));
        assertThat(answer.extract().<String>path("notedRows[0].original"))
                .contains("平成31年5月1日", hanako.name())
                .doesNotContain(hanako.individualNumber());
        assertThat(new Rows(postgres)
                        .column(
                                "select birth_date::text from report where reference = ? order by birth_date",
                                hanako.individualNumber().substring(4)))
                .containsExactly("2019-04-30", "2019-05-01");
    }

    @Test
    void ofARefusedRowNothingIsNoted() {
        ReportFiles.csv(
                        "text/csv",
                        StandardCharsets.UTF_8,
                        TITLES,
                        row("平成31年5月1日").replace(",女,", ",X,"),
                        row("昭和31年5月1日"))
                .body("refusedRows.line", contains(2))
                .body("filed", equalTo(1))
                .body("noted", equalTo(0))
                .body("notedRows", empty());
    }

    @Test
    void aDateThatCannotBeUnderstoodIsRefusedWithAllElseThatIsWrongInItsRow() {
        ReportFiles.csv(
                        "text/csv",
                        StandardCharsets.UTF_8,
                        TITLES,
                        row("昭和64年1月8日").replace(",女,", ",X,"),
                        row("一月十五日"),
                        row("平成2年2月30日"))
                .body("refused", equalTo(3))
                .body("refusedRows[0].errors.pointer", containsInAnyOrder("/birthDate", "/sex"))
                .body("refusedRows[0].errors.code", hasItem("date-outside-era"))
                .body("refusedRows[1].errors.code", contains("date-not-readable"))
                .body("refusedRows[2].errors.code", contains("date-does-not-exist"));
    }

    @Test
    void aValueMayHaveCommasAndItsRowTheLineEndOfAnySystem() {
        String row = row("1990-01-15").replace(hanako.address(), "\"%s,\"\"コーポ\"\" \"".formatted(hanako.address()));

        ReportFiles.send("text/csv", (TITLES + "\r\r" + row + "\r,,,,,,,,\r\u001A").getBytes(StandardCharsets.UTF_8))
                .body("rows", equalTo(1))
                .body("filed", equalTo(1));
    }

    @Test
    void aBadRowOfCsvIsShownWithItsLineAndWithoutTheNumber() {
        String good = "社員1,%s,%s,%s,%s,1990-01-15,2,東京都,%s"
                .formatted(Desk.INSURER, hanako.individualNumber(), hanako.name(), hanako.nameKana(), Days.ago(2));

        ValidatableResponse answer = ReportFiles.csv(
                "text/csv",
                StandardCharsets.UTF_8,
                TITLES,
                good.replace("東京都", "\"東京都"),
                ",,,,,,,,",
                good + ",余り",
                good.replace(hanako.individualNumber(), "1234-5678-901"),
                good);

        answer.body("rows", equalTo(4))
                .body("filed", equalTo(1))
                .body("refusedRows.line", contains(2, 4, 5))
                .body("refusedRows[0].errors.code", contains("row-quotes"))
                .body("refusedRows[1].errors.code", contains("row-column-count"))
                .body("refusedRows[2].errors.code", contains("individual-number-format"));
        assertThat(answer.extract().asString()).doesNotContain(hanako.individualNumber(), "1234-5678-901");
    }

    @Test
    void columnsThatAreUnknownOrThereTwiceRefuseTheFile() {
        ReportFiles.csv("text/csv", StandardCharsets.UTF_8, "個人番号,趣味,個人番号", "1,2,3")
                .statusCode(422)
                .body("code", equalTo("report-file-columns-invalid"))
                .body("errors.pointer", contains("column:2", "column:3"))
                .body("errors.code", contains("column-unknown", "column-twice"));
        ReportFiles.csv("text/csv", StandardCharsets.UTF_8, "").statusCode(422);
    }

    @Test
    void theTemplateIsAFileThatCanBeSent() {
        byte[] template = Desk.employer()
                .get("/report-files/template")
                .then()
                .statusCode(200)
                .contentType("text/csv;charset=utf-8")
                .extract()
                .asByteArray();

        ReportFiles.send("text/csv", template)
                .statusCode(200)
                .body("rows", equalTo(0))
                .body("refusedRows", empty());
    }

    /** Of Hanako, with her birth date written as given. */
    private String row(String birthDate) {
        return String.join(
                ",",
                hanako.individualNumber().substring(4),
                Desk.INSURER,
                hanako.individualNumber(),
                hanako.name(),
                hanako.nameKana(),
                birthDate,
                "女",
                hanako.address(),
                Days.ago(2));
    }
}
