package jp.shikaku.registration.importing;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import jp.shikaku.local.postgres.LocalPostgres;
import jp.shikaku.registration.world.Citizen;
import jp.shikaku.registration.world.Days;
import jp.shikaku.registration.world.Desk;
import jp.shikaku.registration.world.ImportDesk;
import jp.shikaku.registration.world.RegistrationTest;
import jp.shikaku.registration.world.Rows;

import static jp.shikaku.registration.world.ImportDesk.HEADER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

/** What of a file cannot be read, and how its sender is told. */
@RegistrationTest
class ImportRefusalTest {

    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");
    private static final String CSV = "text/csv";
    private static final String ACQUIRED = Days.ago(30);

    LocalPostgres postgres;
    Rows rows;
    Citizen hanako;
    Citizen jiro;

    @BeforeEach
    void knowHanakoAndJiro() {
        rows = new Rows(postgres);
        hanako = Citizen.hanako();
        jiro = Citizen.jiro();
        Desk.knowParties();
        Desk.knowResident(hanako);
        Desk.knowResident(jiro);
    }

    @Test
    void oneBadRowStopsNeitherItsNeighboursNorTheFile() {
        String bad = ImportDesk.row(ImportDesk.key(9), hanako, "昭和64年1月8日")
                .replace(hanako.individualNumber(), "123456789012");
        String file = String.join(
                "\r\n",
                HEADER,
                ImportDesk.row(ImportDesk.key(1), hanako, ACQUIRED),
                bad,
                "1,\"2",
                ImportDesk.row(ImportDesk.key(2), jiro, "令和8年4月1日"));

        Response ended = ImportDesk.takenIn(CSV, file.getBytes(StandardCharsets.UTF_8));

        ended.then().body("accepted", equalTo(2)).body("refused", equalTo(2)).body("rows", equalTo(4));
        Desk.insurer()
                .get("/enrolment-imports/" + ended.path("id") + "/refusals")
                .then()
                .statusCode(200)
                .body("items.line", equalTo(List.of(3, 4)))
                .body("items[0].errors.pointer", hasItems("/individualNumber", "/acquired"))
                .body("items[0].errors.code", hasItems("individual-number-check-digit", "date-outside-era"))
                .body("items[0].original", containsString("********9012"))
                .body("items[0].original", containsString("昭和64年1月8日"))
                .body("items[1].errors.code", equalTo(List.of("row-quotes")))
                .body("items[1].original", equalTo("1,\"2"));
    }

    @Test
    void refusedRowsAreAFileInTheEncodingOfTheOneThatWasSent() {
        String file = HEADER + "\r\n" + ImportDesk.row(ImportDesk.key(1), hanako, "昭和64年1月8日") + "\r\n";
        String id = ImportDesk.takenIn(CSV, file.getBytes(WINDOWS_31J)).path("id");

        Response download = ImportDesk.caller(Desk.INSURER).accept(CSV).get("/enrolment-imports/" + id + "/refusals");

        download.then()
                .statusCode(200)
                .header("Content-Type", "text/csv;charset=windows-31j")
                .header("Cache-Control", "no-store");
        String text = new String(download.asByteArray(), WINDOWS_31J);
        assertThat(text.split("\r\n")).hasSize(2);
        assertThat(text)
                .contains("\"2\",\"受付不可\",\"資格取得年月日\",\"date-outside-era\"", hanako.name())
                .doesNotContain(hanako.individualNumber());
    }

    @Test
    void manyRefusedRowsComePageByPageAndInOneFile() {
        StringBuilder file = new StringBuilder(HEADER);
        for (int i = 0; i < 1203; i++) {
            file.append("\n").append(ImportDesk.row(ImportDesk.key(1000 + i), hanako, "不明"));
        }
        String id = ImportDesk.takenIn(CSV, file.toString().getBytes(StandardCharsets.UTF_8))
                .path("id");

        Response page = Desk.insurer().get("/enrolment-imports/" + id + "/refusals?limit=100&after=101");
        Response last = Desk.insurer().get("/enrolment-imports/" + id + "/refusals?limit=100&after=1200");
        String download = ImportDesk.caller(Desk.INSURER)
                .accept(CSV)
                .get("/enrolment-imports/" + id + "/refusals")
                .asString();

        page.then().body("items[0].line", equalTo(102)).body("next", equalTo("201"));
        last.then().body("items.size()", equalTo(4)).body("next", nullValue());
        assertThat(download.split("\r\n")).hasSize(1204);
    }

    @Test
    void whatWasReadInAnotherWayThanItIsWrittenIsTakenInAndTold() {
        String file = HEADER + "\n" + ImportDesk.row(ImportDesk.key(1), hanako, "平成31年5月1日");

        Response ended = ImportDesk.takenIn(CSV, file.getBytes(StandardCharsets.UTF_8));

        ended.then().body("refused", equalTo(0)).body("noted", equalTo(1)).body("rows", equalTo(1));
        Desk.insurer()
                .get("/enrolment-imports/" + ended.path("id") + "/refusals")
                .then()
                .body("items[0].refused", equalTo(false))
                .body("items[0].errors.code", hasItem("date-era-ended"));
    }

    @Test
    void aFileWithoutRequiredColumnsIsRefusedAsAWholeAndAtOnce() {
        long before = rows.count("select count(*) from enrolment_import");

        ImportDesk.send(CSV, "個人番号,番号\n1,2\n".getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(422)
                .body("code", equalTo("file-columns-invalid"))
                .body("errors.pointer", hasItems("column:name", "column:acquired"));

        assertThat(rows.count("select count(*) from enrolment_import")).isEqualTo(before);
    }

    @Test
    void titlesOfTheSendersOwnAreMapped() {
        byte[] file = (HEADER.replace("漢字氏名", "お名前") + ",備考\n" + ImportDesk.row(ImportDesk.key(1), hanako, ACQUIRED)
                        + ",x")
                .getBytes(StandardCharsets.UTF_8);

        ImportDesk.send(CSV, file).then().statusCode(422).body("errors.pointer", hasItems("column:6", "column:15"));
        String id = ImportDesk.send(CSV, file, "column.name", "お名前", "otherColumns", "ignore")
                .then()
                .statusCode(202)
                .header("Location", containsString("/enrolment-imports/"))
                .extract()
                .path("id");
        ImportDesk.ended(id).then().body("accepted", equalTo(1));
    }

    @Test
    void anUnknownFieldOfAMappingIsRefused() {
        ImportDesk.send(CSV, ImportDesk.csv(StandardCharsets.UTF_8, ImportDesk.key(1), hanako), "column.nmae", "x")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("query:column.nmae"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain", "application/xml"})
    void anotherMediaTypeIsRefused(String type) {
        ImportDesk.send(type, "{}".getBytes(StandardCharsets.UTF_8)).then().statusCode(415);
    }

    @Test
    void theLayoutNamesEveryColumnAndTheTemplateIsReadBack() {
        Desk.insurer()
                .get("/enrolment-imports/layout")
                .then()
                .statusCode(200)
                .body("field", hasItems("individualNumber", "lossReason"))
                .body("find { it.field == 'acquired' }.required", equalTo(true))
                .body("find { it.field == 'acquired' }.title.ja", equalTo("資格取得年月日"))
                .body("find { it.field == 'individualNumber' }.form.ja", containsString("下4桁だけ"));
        Response template = ImportDesk.caller(Desk.INSURER).get("/enrolment-imports/template?charset=shift_jis");
        template.then().statusCode(200).header("Content-Type", endsWith("charset=windows-31j"));
        ImportDesk.takenIn(CSV, template.asByteArray())
                .then()
                .body("refused", equalTo(0))
                .body("rows", equalTo(1));
    }
}
