package jp.shikaku.registration.importing;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

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
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@RegistrationTest
class ImportTest {

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
        jiro = new Citizen(Citizen.nextNumber(), "佐藤 次郎", "サトウ ジロウ", "1985-06-01", "1", "大阪府大阪市北区梅田3-1-3");
        Desk.knowParties();
        Desk.knowResident(hanako);
        Desk.knowResident(jiro);
    }

    @Test
    void aFileOfGoodRowsIsTakenInAndReachesEligibility() {
        ImportDesk.takenIn(CSV, csv(WINDOWS_31J, key(1), hanako, key(2), jiro))
                .then()
                .body("state", equalTo("COMPLETED"))
                .body("format", equalTo("CSV"))
                .body("charset", equalTo("windows-31j"))
                .body("rows", equalTo(2))
                .body("accepted", equalTo(2))
                .body("refused", equalTo(0))
                .body("startedAt", notNullValue())
                .body("refusalsKeptUntil", notNullValue());

        await().untilAsserted(() -> assertThat(statesOf(hanako)).containsExactly("LINKED"));
        assertThat(statesOf(jiro)).hasSize(1);
    }

    @Test
    void aDoubtfulRowIsHeldAsIfItHadBeenEnteredByHand() {
        Citizen wrong = new Citizen(
                hanako.individualNumber(), hanako.name(), hanako.nameKana(), "1991-01-15", "2", hanako.address());

        ImportDesk.takenIn(CSV, csv(StandardCharsets.UTF_8, key(1), wrong, key(2), jiro))
                .then()
                .body("held", equalTo(1))
                .body("accepted", equalTo(1));
        assertThat(statesOf(hanako)).containsExactly("HELD");
    }

    @Test
    void theSameFileAgainIsTheSameImport() {
        byte[] file = csv(StandardCharsets.UTF_8, key(1), hanako, key(2), jiro);
        String first = ImportDesk.takenIn(CSV, file).path("id");
        Map<String, Long> before = rows.counts();

        ImportDesk.send(CSV, file)
                .then()
                .statusCode(202)
                .body("id", equalTo(first))
                .body("state", equalTo("COMPLETED"));

        assertThat(rows.count("select count(*) from enrolment_version")).isEqualTo(before.get("enrolment_version"));
        assertThat(rows.count("select count(*) from enrolment_import_chunk")).isZero();
    }

    @Test
    void theSameRowsInAnotherFileChangeNothing() {
        String one = key(1);
        String two = key(2);
        ImportDesk.takenIn(CSV, csv(StandardCharsets.UTF_8, one, hanako, two, jiro));
        Map<String, Long> before = rows.counts();

        ImportDesk.takenIn(CSV, csv(StandardCharsets.UTF_8, two, jiro, one, hanako))
                .then()
                .body("unchanged", equalTo(2))
                .body("accepted", equalTo(0));

        assertThat(rows.count("select count(*) from enrolment_version")).isEqualTo(before.get("enrolment_version"));
    }

    @Test
    void theSameSubmissionAgainIsTheSameImportAndAnotherFileWithItsKeyIsRefused() {
        String submission = UUID.randomUUID().toString();
        byte[] file = csv(StandardCharsets.UTF_8, key(1), hanako);
        String id = ImportDesk.send(submission, CSV, file).path("id");

        ImportDesk.send(submission, CSV, file).then().statusCode(202).body("id", equalTo(id));
        ImportDesk.send(submission, CSV, csv(StandardCharsets.UTF_8, key(1), jiro))
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
        assertThat(rows.count("select count(*) from enrolment_import where state = 'RECEIVING'"))
                .isZero();
    }

    @Test
    void oneBadRowStopsNeitherItsNeighboursNorTheFile() {
        String bad = ImportDesk.row(key(9), hanako, "昭和64年1月8日").replace(hanako.individualNumber(), "123456789012");
        String file = String.join(
                "\r\n",
                HEADER,
                ImportDesk.row(key(1), hanako, ACQUIRED),
                bad,
                "1,\"2",
                ImportDesk.row(key(2), jiro, "令和8年4月1日"));

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
        String file = HEADER + "\r\n" + ImportDesk.row(key(1), hanako, "昭和64年1月8日") + "\r\n";
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
            file.append("\n").append(ImportDesk.row(key(1000 + i), hanako, "不明"));
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
        String file = HEADER + "\n" + ImportDesk.row(key(1), hanako, "平成31年5月1日");

        Response ended = ImportDesk.takenIn(CSV, file.getBytes(StandardCharsets.UTF_8));

        ended.then().body("refused", equalTo(0)).body("noted", equalTo(1)).body("rows", equalTo(1));
        Desk.insurer()
                .get("/enrolment-imports/" + ended.path("id") + "/refusals")
                .then()
                .body("items[0].refused", equalTo(false))
                .body("items[0].errors.code", hasItem("date-era-ended"));
    }

    @Test
    void rowsOfNdjsonAreBodiesOfTheApi() {
        String file =
                "{\"individualNumber\":\"%s\",\"number\":\"1\",\"name\":\"%s\",\"nameKana\":\"%s\",\"birthDate\":\"%s\",\"sex\":\"2\",\"address\":\"%s\",\"relation\":\"1\",\"acquired\":\"%s\"}\n{\"nmae\":1}\n"
                        .formatted(
                                hanako.individualNumber(),
                                hanako.name(),
                                hanako.nameKana(),
                                hanako.birthDate(),
                                hanako.address(),
                                ACQUIRED);

        ImportDesk.takenIn("application/x-ndjson", file.getBytes(StandardCharsets.UTF_8))
                .then()
                .body("format", equalTo("NDJSON"))
                .body("accepted", equalTo(1))
                .body("refused", equalTo(1));
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
        byte[] file = (HEADER.replace("漢字氏名", "お名前") + ",備考\n" + ImportDesk.row(key(1), hanako, ACQUIRED) + ",x")
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
        ImportDesk.send(CSV, csv(StandardCharsets.UTF_8, key(1), hanako), "column.nmae", "x")
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
    void anotherInsurerSeesNothingOfIt() {
        String id = ImportDesk.takenIn(CSV, csv(StandardCharsets.UTF_8, key(1), hanako))
                .path("id");

        for (String path : List.of("", "/refusals", "/events")) {
            ImportDesk.caller(Desk.OTHER_INSURER)
                    .get("/enrolment-imports/" + id + path)
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("import-not-found"));
        }
        ImportDesk.caller(Desk.OTHER_INSURER)
                .post("/enrolment-imports/" + id + "/cancellation")
                .then()
                .statusCode(404);
        assertThat(ImportDesk.caller(Desk.OTHER_INSURER)
                        .get("/enrolment-imports?limit=100")
                        .asString())
                .doesNotContain(id);
    }

    @Test
    void anEndedImportCannotBeCancelled() {
        String id = ImportDesk.takenIn(CSV, csv(StandardCharsets.UTF_8, key(1), hanako))
                .path("id");

        Desk.insurer()
                .post("/enrolment-imports/" + id + "/cancellation")
                .then()
                .statusCode(409)
                .body("code", equalTo("import-ended"));
    }

    @Test
    void progressIsSentUntilTheEnd() {
        String id = ImportDesk.send(CSV, csv(StandardCharsets.UTF_8, key(1), hanako))
                .path("id");

        String events = ImportDesk.caller(Desk.INSURER)
                .accept("text/event-stream")
                .get("/enrolment-imports/" + id + "/events")
                .asString();

        assertThat(events).contains("data:").contains("\"state\":\"COMPLETED\"").contains("\"accepted\":1");
    }

    @Test
    void theBytesOfAFileAreEncryptedAndGoneWhenItIsTakenIn() {
        String id = ImportDesk.takenIn(CSV, csv(StandardCharsets.UTF_8, key(1), hanako))
                .path("id");

        assertThat(rows.count("select count(*) from enrolment_import_chunk where import_id = ?", UUID.fromString(id)))
                .isZero();
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

    private static String key(int number) {
        return "k-" + UUID.randomUUID() + "-" + number;
    }

    private byte[] csv(Charset charset, Object... keysAndCitizens) {
        StringBuilder file = new StringBuilder(HEADER).append("\r\n");
        for (int i = 0; i < keysAndCitizens.length; i += 2) {
            file.append(ImportDesk.row((String) keysAndCitizens[i], (Citizen) keysAndCitizens[i + 1], ACQUIRED))
                    .append("\r\n");
        }
        return file.toString().getBytes(charset);
    }

    private List<Object> statesOf(Citizen citizen) {
        return rows.column(
                """
                select state from enrolment_version
                where number = ? order by enrolment_id, version""",
                "45-" + citizen.individualNumber().substring(4));
    }
}
