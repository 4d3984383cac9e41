package jp.shikaku.registration;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import jp.shikaku.kit.testing.Tokens;
import jp.shikaku.local.identity.Role;
import jp.shikaku.local.postgres.LocalPostgres;
import jp.shikaku.registration.world.Citizen;
import jp.shikaku.registration.world.Days;
import jp.shikaku.registration.world.Desk;
import jp.shikaku.registration.world.RegistrationTest;
import jp.shikaku.registration.world.Rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

/** Many reports at once. */
@RegistrationTest
class ReportFileTest {

    private static final String TITLES = "整理番号,保険者番号,個人番号,漢字氏名,カナ氏名,生年月日,性別,住所,資格取得年月日";

    LocalPostgres postgres;
    Citizen hanako;

    @BeforeEach
    void parties() {
        Desk.knowParties();
        hanako = Citizen.hanako();
    }

    @Test
    void eachRowHasItsOwnOutcomeAndABadOneStopsNone() {
        Map<String, Object> returned = report(Days.ago(2));
        returned.remove("address");
        Map<String, Object> badDate = report("2026-02-30");
        Map<String, Object> unknownField = report(Days.ago(2));
        unknownField.put("hobby", "x");

        ValidatableResponse answer = ndjson(
                json(report(Days.ago(2))),
                json(badDate),
                "",
                "{\"acquired\":",
                json(unknownField),
                json(report(Days.ahead(2))),
                json(returned));

        answer.statusCode(200)
                .body("rows", equalTo(6))
                .body("filed", equalTo(1))
                .body("prepared", equalTo(1))
                .body("returned", equalTo(1))
                .body("unchanged", equalTo(0))
                .body("refused", equalTo(3))
                .body("refusedRows.line", contains(2, 4, 5))
                .body("refusedRows[0].errors.pointer", contains("/acquired"))
                .body("refusedRows[0].errors.code", contains("date-does-not-exist"))
                .body("refusedRows[1].errors.code", contains("row-not-json"))
                .body("refusedRows[1].original", equalTo("{\"acquired\":"))
                .body("refusedRows[2].errors.pointer", contains("/hobby"));
        assertThat(answer.extract().<String>path("refusedRows[0].original"))
                .contains("2026-02-30", "花子")
                .doesNotContain((String) badDate.get("individualNumber"));
    }

    @Test
    void theSameFileAgainChangesNothing() {
        String first = json(hanako.report(Desk.INSURER, Days.ago(2)));
        String second = json(report(Days.ago(2)));
        ndjson(first, second).body("filed", equalTo(2));
        Map<String, Long> before = new Rows(postgres).counts();

        ndjson(first, second, first).body("filed", equalTo(0)).body("unchanged", equalTo(3));

        assertThat(new Rows(postgres).counts()).isEqualTo(before);
        ndjson(first.replace(Days.ago(2), Days.ago(1)))
                .body("filed", equalTo(1))
                .body("unchanged", equalTo(0));
    }

    @Test
    void aRowThatStandsTwiceInOneFileIsTakenOnce() {
        String row = json(hanako.report(Desk.INSURER, Days.ago(2)));

        ndjson(row, row).body("filed", equalTo(1)).body("unchanged", equalTo(1));
    }

    @Test
    void anotherEmployersRowIsItsOwn() {
        String row = json(hanako.report(Desk.INSURER, Days.ago(2)));
        ndjson(row).body("filed", equalTo(1));

        Tokens.as(Role.EMPLOYER, Desk.OTHER_EMPLOYER)
                .config(asTheyAre())
                .contentType("application/x-ndjson")
                .body(row.getBytes(StandardCharsets.UTF_8))
                .post("/report-files")
                .then()
                .body("filed", equalTo(1));
    }

    @Test
    void whatWasWithdrawnDoesNotComeBackWithTheFile() {
        Map<String, Object> body = hanako.report(Desk.INSURER, Days.ago(2));
        body.put("reference", hanako.individualNumber().substring(6));
        ndjson(json(body)).body("filed", equalTo(1));
        String id = String.valueOf(new Rows(postgres)
                .column("select id from report where reference = ?", body.get("reference"))
                .get(0));
        Desk.withdrawReport(id).then().statusCode(200);

        ndjson(json(body)).body("unchanged", equalTo(1));

        assertThat(Desk.reportState(id)).isEqualTo("WITHDRAWN");
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

        csv("text/csv", StandardCharsets.UTF_8, "\uFEFF" + TITLES, row)
                .statusCode(200)
                .body("filed", equalTo(1));
        csv("text/csv; charset=Shift_JIS", Charset.forName("windows-31j"), TITLES, row)
                .body("unchanged", equalTo(1));
        csv("text/csv", Charset.forName("windows-31j"), TITLES, row).body("unchanged", equalTo(1));
        csv("text/csv; charset=EUC-JP", StandardCharsets.UTF_8, TITLES, row)
                .statusCode(415)
                .body("code", equalTo("file-charset-unsupported"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"平成2年1月15日", "H2.1.15", "H020115", "4-020115", "１９９０／１／１５", "19900115"})
    void datesMayBeWrittenAsPeopleWriteThem(String birthDate) {
        csv("text/csv", StandardCharsets.UTF_8, TITLES, row(birthDate)).body("filed", equalTo(1));

        assertThat(new Rows(postgres)
                        .column(
                                "select birth_date::text from report where reference = ?",
                                hanako.individualNumber().substring(4)))
                .containsExactly("1990-01-15");
    }

    /** Forms printed before the era changed say 平成31年 of what is 令和元年; files of enrolments are read alike. */
    @Test
    void anEraThatHadEndedIsReadAsTheNextAndTold() {
        ValidatableResponse answer =
                csv("text/csv", StandardCharsets.UTF_8, TITLES, row("平成31年4月30日"), row("平成31年5月1日"), row("令和元年5月1日"));

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
        csv("text/csv", StandardCharsets.UTF_8, TITLES, row("平成31年5月1日").replace(",女,", ",X,"), row("昭和31年5月1日"))
                .body("refusedRows.line", contains(2))
                .body("filed", equalTo(1))
                .body("noted", equalTo(0))
                .body("notedRows", empty());
    }

    @Test
    void aDateThatCannotBeUnderstoodIsRefusedWithAllElseThatIsWrongInItsRow() {
        csv(
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

        send("text/csv", (TITLES + "\r\r" + row + "\r,,,,,,,,\r\u001A").getBytes(StandardCharsets.UTF_8))
                .body("rows", equalTo(1))
                .body("filed", equalTo(1));
    }

    @Test
    void aBadRowOfCsvIsShownWithItsLineAndWithoutTheNumber() {
        String good = "社員1,%s,%s,%s,%s,1990-01-15,2,東京都,%s"
                .formatted(Desk.INSURER, hanako.individualNumber(), hanako.name(), hanako.nameKana(), Days.ago(2));

        ValidatableResponse answer = csv(
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
    void bytesThatAreNoTextAreShownAndNotReplaced() {
        byte[] good = (json(report(Days.ago(2))) + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] bad = {'{', (byte) 0xE3, (byte) 0x81, '}', '\n'};
        byte[] file = new byte[good.length + bad.length];
        System.arraycopy(bad, 0, file, 0, bad.length);
        System.arraycopy(good, 0, file, bad.length, good.length);

        send("application/x-ndjson; charset=utf-8", file)
                .body("filed", equalTo(1))
                .body("refusedRows[0].errors.code", contains("row-undecodable"))
                .body("refusedRows[0].original", equalTo("{\\xE3\\x81}"));
    }

    @Test
    void columnsThatAreUnknownOrThereTwiceRefuseTheFile() {
        csv("text/csv", StandardCharsets.UTF_8, "個人番号,趣味,個人番号", "1,2,3")
                .statusCode(422)
                .body("code", equalTo("report-file-columns-invalid"))
                .body("errors.pointer", contains("column:2", "column:3"))
                .body("errors.code", contains("column-unknown", "column-twice"));
        csv("text/csv", StandardCharsets.UTF_8, "").statusCode(422);
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

        send("text/csv", template).statusCode(200).body("rows", equalTo(0)).body("refusedRows", empty());
    }

    @Test
    void moreThanOneTransactionHoldsAreAllTaken() {
        List<String> rows = IntStream.range(0, 1200)
                .mapToObj(i -> "{\"acquired\":\"%s\",\"reference\":\"%s-%d\"}"
                        .formatted(Days.ago(1), hanako.individualNumber().substring(4), i))
                .collect(Collectors.toCollection(ArrayList::new));

        ndjson(rows.toArray(String[]::new)).body("rows", equalTo(1200)).body("returned", equalTo(1200));
    }

    @Test
    void tenThousandRowsAreTheLimit() {
        byte[] file = "{}\n".repeat(10_002).getBytes(StandardCharsets.UTF_8);

        send("application/x-ndjson", file).statusCode(413).body("code", equalTo("body-too-large"));
    }

    @Test
    void onlyAnEmployerSendsReports() {
        Desk.insurer()
                .contentType("text/csv")
                .body("x")
                .post("/report-files")
                .then()
                .statusCode(403);
        Desk.employer().body("{}").post("/report-files").then().statusCode(415);
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

    private static Map<String, Object> report(String acquired) {
        return Citizen.hanako().report(Desk.INSURER, acquired);
    }

    private static ValidatableResponse ndjson(String... rows) {
        return send("application/x-ndjson", String.join("\n", rows).getBytes(StandardCharsets.UTF_8));
    }

    private static ValidatableResponse csv(String type, Charset charset, String... lines) {
        return send(type, String.join("\r\n", lines).getBytes(charset));
    }

    private static ValidatableResponse send(String type, byte[] file) {
        return Tokens.as(Role.EMPLOYER, Desk.EMPLOYER)
                .config(asTheyAre())
                .contentType(type)
                .body(file)
                .post("/report-files")
                .then();
    }

    /** Bytes and their type as they are given, with no charset made up. */
    private static RestAssuredConfig asTheyAre() {
        return RestAssuredConfig.config()
                .encoderConfig(EncoderConfig.encoderConfig()
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                        .encodeContentTypeAs("application/x-ndjson", ContentType.BINARY)
                        .encodeContentTypeAs("text/csv", ContentType.BINARY));
    }

    private static String json(Map<String, Object> body) {
        try {
            return new ObjectMapper().writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
