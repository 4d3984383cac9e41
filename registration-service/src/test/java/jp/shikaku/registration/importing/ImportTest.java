package jp.shikaku.registration.importing;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jp.shikaku.local.postgres.LocalPostgres;
import jp.shikaku.registration.world.Citizen;
import jp.shikaku.registration.world.Days;
import jp.shikaku.registration.world.Desk;
import jp.shikaku.registration.world.ImportDesk;
import jp.shikaku.registration.world.RegistrationTest;
import jp.shikaku.registration.world.Rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

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
        jiro = Citizen.jiro();
        Desk.knowParties();
        Desk.knowResident(hanako);
        Desk.knowResident(jiro);
    }

    @Test
    void aFileOfGoodRowsIsTakenInAndReachesEligibility() {
        ImportDesk.takenIn(CSV, ImportDesk.csv(WINDOWS_31J, ImportDesk.key(1), hanako, ImportDesk.key(2), jiro))
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

        ImportDesk.takenIn(
                        CSV, ImportDesk.csv(StandardCharsets.UTF_8, ImportDesk.key(1), wrong, ImportDesk.key(2), jiro))
                .then()
                .body("held", equalTo(1))
                .body("accepted", equalTo(1));
        assertThat(statesOf(hanako)).containsExactly("HELD");
    }

    @Test
    void theSameFileAgainIsTheSameImport() {
        byte[] file = ImportDesk.csv(StandardCharsets.UTF_8, ImportDesk.key(1), hanako, ImportDesk.key(2), jiro);
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
        String one = ImportDesk.key(1);
        String two = ImportDesk.key(2);
        ImportDesk.takenIn(CSV, ImportDesk.csv(StandardCharsets.UTF_8, one, hanako, two, jiro));
        Map<String, Long> before = rows.counts();

        ImportDesk.takenIn(CSV, ImportDesk.csv(StandardCharsets.UTF_8, two, jiro, one, hanako))
                .then()
                .body("unchanged", equalTo(2))
                .body("accepted", equalTo(0));

        assertThat(rows.count("select count(*) from enrolment_version")).isEqualTo(before.get("enrolment_version"));
    }

    @Test
    void theSameSubmissionAgainIsTheSameImportAndAnotherFileWithItsKeyIsRefused() {
        String submission = UUID.randomUUID().toString();
        byte[] file = ImportDesk.csv(StandardCharsets.UTF_8, ImportDesk.key(1), hanako);
        String id = ImportDesk.send(submission, CSV, file).path("id");

        ImportDesk.send(submission, CSV, file).then().statusCode(202).body("id", equalTo(id));
        ImportDesk.send(submission, CSV, ImportDesk.csv(StandardCharsets.UTF_8, ImportDesk.key(1), jiro))
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
        assertThat(rows.count("select count(*) from enrolment_import where state = 'RECEIVING'"))
                .isZero();
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
    void anotherInsurerSeesNothingOfIt() {
        String id = ImportDesk.takenIn(CSV, ImportDesk.csv(StandardCharsets.UTF_8, ImportDesk.key(1), hanako))
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
        String id = ImportDesk.takenIn(CSV, ImportDesk.csv(StandardCharsets.UTF_8, ImportDesk.key(1), hanako))
                .path("id");

        Desk.insurer()
                .post("/enrolment-imports/" + id + "/cancellation")
                .then()
                .statusCode(409)
                .body("code", equalTo("import-ended"));
    }

    @Test
    void progressIsSentUntilTheEnd() {
        String id = ImportDesk.send(CSV, ImportDesk.csv(StandardCharsets.UTF_8, ImportDesk.key(1), hanako))
                .path("id");

        String events = ImportDesk.caller(Desk.INSURER)
                .accept("text/event-stream")
                .get("/enrolment-imports/" + id + "/events")
                .asString();

        assertThat(events).contains("data:").contains("\"state\":\"COMPLETED\"").contains("\"accepted\":1");
    }

    @Test
    void theBytesOfAFileAreEncryptedAndGoneWhenItIsTakenIn() {
        String id = ImportDesk.takenIn(CSV, ImportDesk.csv(StandardCharsets.UTF_8, ImportDesk.key(1), hanako))
                .path("id");

        assertThat(rows.count("select count(*) from enrolment_import_chunk where import_id = ?", UUID.fromString(id)))
                .isZero();
    }

    private List<Object> statesOf(Citizen citizen) {
        return rows.column(
                """
                select state from enrolment_version
                where number = ? order by enrolment_id, version""",
                "45-" + citizen.individualNumber().substring(4));
    }
}
