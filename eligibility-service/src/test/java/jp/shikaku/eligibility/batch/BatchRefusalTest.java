package jp.shikaku.eligibility.batch;

import java.util.List;
import java.util.UUID;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jp.shikaku.eligibility.testing.Card;
import jp.shikaku.eligibility.testing.Clinic;
import jp.shikaku.eligibility.testing.Coverages;
import jp.shikaku.eligibility.testing.NothingPersonalLogged;
import jp.shikaku.kit.testing.ServiceEnvironment;

import static jp.shikaku.eligibility.batch.BatchDesk.JSON;
import static jp.shikaku.eligibility.batch.BatchDesk.NDJSON;
import static jp.shikaku.eligibility.batch.BatchDesk.bytes;
import static jp.shikaku.eligibility.batch.BatchDesk.json;
import static jp.shikaku.eligibility.batch.BatchDesk.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

/** Rows that cannot be asked, and batches that are not taken over. */
@QuarkusTest
@WithTestResource(value = ServiceEnvironment.class, scope = TestResourceScope.GLOBAL)
@ExtendWith(NothingPersonalLogged.class)
class BatchRefusalTest {

    private final BatchDesk desk = new BatchDesk(Clinic.hana());
    private final Card card = Card.fresh();

    @Test
    void badRowsStopNoneOfTheOthersAndSayWhatIsWrong() {
        Coverages.link(card);
        String good = BatchDesk.write(question(card, "good"));
        String file = String.join(
                "\n",
                good,
                "{\"correlationId\":\"unknown\",\"insurerNumber\":\"06139992\",\"patient\":\"x\"}",
                "{\"correlationId\":\"number\",\"insurerNumber\":6139992,\"number\":\"1\",\"birthDate\":\"1990-01-15\"}",
                "{\"correlationId\":\"twice\",\"number\":\"1\",\"number\":\"2\"}",
                "no json",
                good + good,
                "[1]",
                "{}",
                "",
                "{\"correlationId\":\"\\u0000\"}",
                good.replace("\"good\"", "\"last\""));

        String id = desk.answered(NDJSON, bytes(file));

        Response result = desk.result(id, JSON);
        assertThat(result.<List<Integer>>path("rows.line")).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 10, 11);
        assertThat(result.<List<String>>path("rows.outcome"))
                .containsExactly(
                        "ANSWERED",
                        "REFUSED",
                        "REFUSED",
                        "REFUSED",
                        "REFUSED",
                        "REFUSED",
                        "REFUSED",
                        "REFUSED",
                        "REFUSED",
                        "ANSWERED");
        result.then()
                .body("rows[1].errors.pointer", hasItems("/patient", "/number", "/birthDate"))
                .body("rows[1].correlationId", equalTo("unknown"))
                .body("rows[2].errors.code", equalTo(List.of("value-wrong-type")))
                .body("rows[3].errors.code", hasItem("value-duplicate"))
                .body("rows[4].errors.code", equalTo(List.of("row-not-json")))
                .body("rows[5].errors.code", equalTo(List.of("row-not-json")))
                .body("rows[6].errors.code", equalTo(List.of("row-not-json")))
                .body("rows[7].errors.code", hasItem("value-required"))
                .body("rows[8].errors.code", hasItem("text-characters"))
                .body("rows[8].errors.nextStep", not(hasItem("")));
        desk.get(id).then().body("refused", equalTo(8)).body("valid", equalTo(2));
    }

    @Test
    void errorsAreToldInTheLanguageOfWhoFetches() {
        String id = desk.answered(NDJSON, bytes("{}"));

        desk.clinic()
                .signedIn()
                .header("Accept-Language", "en")
                .get("/confirmation-batches/" + id + "/result")
                .then()
                .body("rows[0].errors.detail", hasItem("This value is required."));
        desk.result(id, JSON).then().body("rows[0].errors.detail", hasItem("必須項目です。"));
    }

    @Test
    void tooManyRowsAndNoneAreRefusedAndNothingIsKept() {
        String before =
                desk.clinic().signedIn().get("/confirmation-batches?limit=100").asString();

        desk.send(NDJSON, bytes("{}\n".repeat(100_001)))
                .then()
                .statusCode(422)
                .body("code", equalTo("batch-row-count"));
        desk.send(NDJSON, bytes("\n")).then().statusCode(422).body("code", equalTo("batch-row-count"));
        desk.send(JSON, json()).then().statusCode(422).body("code", equalTo("batch-row-count"));

        assertThat(desk.clinic()
                        .signedIn()
                        .get("/confirmation-batches?limit=100")
                        .asString())
                .isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"questions\":[{}|400|malformed-json",
                "{\"questions\":[{}]|400|malformed-json",
                "{\"questions\":[{}]} x|400|malformed-json",
                "{\"questions\":{}}|400|malformed-json",
                "[{}]|400|malformed-json",
                "``|400|malformed-json",
                "{\"rows\":[]}|400|unknown-field",
                "{\"questions\":[],\"more\":1}|400|unknown-field",
                "{\"questions\":[],\"questions\":[]}|400|malformed-json"
            })
    void documentThatIsNotOneIsRefused(String document, int status, String code) {
        desk.send(JSON, bytes(document)).then().statusCode(status).body("code", equalTo(code));
    }

    @Test
    void sameKeyIsTheSameBatchAndAnotherContentIsRefused() {
        String key = UUID.randomUUID().toString();
        byte[] document = json(question(card, "p-1"));
        String first =
                desk.send(JSON, document, key).then().statusCode(202).extract().path("id");

        desk.send(JSON, document, key).then().statusCode(202).body("id", equalTo(first));
        desk.send(JSON, json(question(card, "p-2")), key)
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
        new BatchDesk(Clinic.another())
                .send(JSON, document, key)
                .then()
                .statusCode(202)
                .body("id", not(equalTo(first)));
        desk.clinic()
                .signedIn()
                .contentType(JSON)
                .body(document)
                .post("/confirmation-batches")
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency-key-required"));
        desk.completed(first);
    }

    /** R7. */
    @Test
    void batchOfAnotherInstitutionIsAsIfThereWereNone() {
        String id = desk.answered(JSON, json(question(card, "p-1")));
        BatchDesk other = new BatchDesk(Clinic.another());

        for (String path : List.of("", "/events", "/result")) {
            other.clinic()
                    .signedIn()
                    .get("/confirmation-batches/" + id + path)
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("batch-not-found"));
        }
        other.clinic().signedIn().delete("/confirmation-batches/" + id).then().statusCode(404);
        assertThat(other.clinic()
                        .signedIn()
                        .get("/confirmation-batches?limit=100")
                        .asString())
                .doesNotContain(id);
        assertThat(desk.clinic()
                        .signedIn()
                        .get("/confirmation-batches?limit=100")
                        .asString())
                .contains(id);
        desk.get("x").then().statusCode(404).body("code", equalTo("batch-not-found"));
    }
}
