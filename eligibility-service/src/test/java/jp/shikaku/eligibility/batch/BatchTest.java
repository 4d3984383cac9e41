package jp.shikaku.eligibility.batch;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import jp.shikaku.eligibility.testing.Body;
import jp.shikaku.eligibility.testing.Card;
import jp.shikaku.eligibility.testing.Clinic;
import jp.shikaku.eligibility.testing.Coverages;
import jp.shikaku.eligibility.testing.NothingPersonalLogged;
import jp.shikaku.kit.testing.Bytes;
import jp.shikaku.kit.testing.ServiceEnvironment;

import static jp.shikaku.eligibility.batch.BatchDesk.CSV;
import static jp.shikaku.eligibility.batch.BatchDesk.JSON;
import static jp.shikaku.eligibility.batch.BatchDesk.NDJSON;
import static jp.shikaku.eligibility.batch.BatchDesk.TITLES;
import static jp.shikaku.eligibility.batch.BatchDesk.bytes;
import static jp.shikaku.eligibility.batch.BatchDesk.csvRow;
import static jp.shikaku.eligibility.batch.BatchDesk.json;
import static jp.shikaku.eligibility.batch.BatchDesk.lines;
import static jp.shikaku.eligibility.batch.BatchDesk.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@WithTestResource(value = ServiceEnvironment.class, scope = TestResourceScope.GLOBAL)
@ExtendWith(NothingPersonalLogged.class)
class BatchTest {

    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");

    private final BatchDesk desk = new BatchDesk(Clinic.hana());
    private final Card card = Card.fresh();

    @Test
    void everyVerdictIsGivenToItsOwnRowInTheOrderAsked() {
        Coverages.link(card);
        Card lost = Card.fresh();
        Coverages.link(Coverages.of(lost, Coverages.newPerson()).with("lost", "2024-04-01"));
        Card changed = Card.fresh();
        String mover = Coverages.newPerson();
        Coverages.link(Coverages.of(changed, mover).with("lost", "2024-04-01"));
        Coverages.link(Coverages.of(Card.fresh(), mover).with("acquired", "2024-04-01"));
        Card twins = Card.fresh().branch(null);
        Coverages.link(Coverages.of(twins.branch("01"), Coverages.newPerson()));
        Coverages.link(Coverages.of(twins.branch("02"), Coverages.newPerson()));

        String id = desk.answered(
                JSON,
                json(
                        question(card, "valid"),
                        question(lost, "lost"),
                        question(changed, "changed"),
                        question(Card.fresh(), "nobody"),
                        question(twins, "twins"),
                        question(lost, "lost, before").with("asOf", "2024-03-31"),
                        question(card.born("1990-02-30"), "bad")));

        assertThat(desk.byId(id, "validity"))
                .containsExactly(
                        entry("valid", 1),
                        entry("lost", 2),
                        entry("changed", 3),
                        entry("nobody", 4),
                        entry("twins", 5),
                        entry("lost, before", 1),
                        entry("bad", "REFUSED"));
        desk.get(id)
                .then()
                .body("rows", equalTo(7))
                .body("done", equalTo(7))
                .body("valid", equalTo(2))
                .body("invalid", equalTo(1))
                .body("invalidNewerCoverage", equalTo(1))
                .body("notFound", equalTo(1))
                .body("severalCandidates", equalTo(1))
                .body("refused", equalTo(1))
                .body("undetermined", equalTo(0))
                .body("result", equalTo("/confirmation-batches/" + id + "/result"));
    }

    /** One implementation: what a batch says of a card is what the desk would have been told, to the letter. */
    @Test
    void answerIsThatOfTheSingleQuestion() {
        Coverages.link(Coverages.whole(card, Coverages.newPerson()));
        Body asked = question(card, "p-1").with("asOf", "2026-03-31");
        Map<String, Object> single =
                desk.clinic().ask(asked).then().statusCode(201).extract().path("$");

        String id = desk.answered(NDJSON, lines(List.of(asked)));

        Map<String, Object> answer = desk.result(id, JSON).path("rows[0].answer");
        assertThat(answer)
                .usingRecursiveComparison()
                .ignoringFields("confirmationNumber", "askedAt")
                .isEqualTo(single);
        assertThat(desk.clinic()
                        .reread((String) answer.get("confirmationNumber"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void batchIsAcceptedWithItsPlace() {
        Response taken = desk.send(JSON, json(question(card, "p-1")));

        taken.then()
                .statusCode(202)
                .header("Location", containsString("/confirmation-batches/" + taken.path("id")))
                .body("rows", equalTo(1))
                .body("format", equalTo("JSON"))
                .body("keptUntil", notNullValue());
        desk.completed(taken.path("id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-31j"})
    void csvIsReadInItsEncodingAndAnsweredInIt(String encoding) {
        Card named = card.branch("01");
        Coverages.link(Coverages.of(named, Coverages.newPerson()).with("name", "髙見本𠮷"));
        String file = TITLES + csvRow(named.inFullWidth().born("平成2年1月15日"), "予約①", "R8.4.1") + ",,,,,,\n";

        String id = desk.answered(CSV, file.getBytes(Charset.forName(encoding)));

        Response table = desk.result(id, CSV);
        table.then().statusCode(200).header("Content-Type", startsWith("text/csv;charset=" + encoding.toLowerCase()));
        String text = new String(table.asByteArray(), Charset.forName(encoding));
        assertThat(text.lines()).hasSize(2);
        assertThat(text.lines().skip(1).findFirst().orElseThrow())
                .startsWith("\"予約①\",2,\"回答\"")
                .contains("\"2026-04-01\",1,\"資格（有効）\",\"電子\",\"可\"")
                .contains(encoding.equals("UTF-8") ? "\"髙見本𠮷\"" : "\"髙見本\\u{20BB7}\"");
        assertThat(desk.byId(id, "asOf")).containsExactly(entry("予約①", "2026-04-01"));
    }

    @Test
    void declaredEncodingIsTakenAtItsWord() {
        byte[] file = (TITLES + csvRow(card, "患者", "2026-04-01")).getBytes(WINDOWS_31J);

        String id = desk.answered("text/csv;charset=Shift_JIS", file);

        assertThat(desk.byId(id, "validity")).containsExactly(entry("患者", 4));
        desk.send("text/csv;charset=EUC-JP", file)
                .then()
                .statusCode(415)
                .body("code", equalTo("file-charset-unsupported"));
    }

    @Test
    void everyRowHasADayOfItsOwnAndTodayIfItNamesNone() {
        Coverages.link(Coverages.of(card, Coverages.newPerson()).with("lost", "2024-04-01"));

        String id = desk.answered(
                CSV,
                bytes(TITLES
                        + csvRow(card, "before", "2024-03-31")
                        + csvRow(card, "on", "2024-04-01")
                        + csvRow(card, "today", "")));

        assertThat(desk.byId(id, "validity")).containsExactly(entry("before", 1), entry("on", 2), entry("today", 2));
    }

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
    void badRowsOfCsvStopNoneOfTheOthers() {
        Coverages.link(card);
        byte[] broken = {(byte) 0xE6, (byte) 0x97};
        byte[] file = Bytes.join(
                bytes(TITLES + csvRow(card, "good", "") + "too,few\n" + csvRow(card, "\"open", "") + "x,"),
                broken,
                bytes(",,,,,\n" + csvRow(card, "day", "令和8年2月30日") + csvRow(card, "last", "")));

        String id = desk.answered("text/csv;charset=utf-8", file);

        Response result = desk.result(id, JSON);
        assertThat(result.<List<String>>path("rows.outcome"))
                .containsExactly("ANSWERED", "REFUSED", "REFUSED", "REFUSED", "REFUSED", "ANSWERED");
        result.then()
                .body("rows[1].errors.code", equalTo(List.of("row-column-count")))
                .body("rows[2].errors.code", equalTo(List.of("row-quotes")))
                .body("rows[3].errors.code", equalTo(List.of("row-undecodable")))
                .body("rows[4].errors.pointer", equalTo(List.of("/asOf")))
                .body("rows[4].errors.code", equalTo(List.of("date-does-not-exist")));
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
    void resultByLineHasTheSameRows() {
        Coverages.link(card);
        String id = desk.answered(JSON, json(question(card, "p-1"), question(Card.fresh(), "p-2")));

        Response lines = desk.result(id, NDJSON);

        lines.then().statusCode(200).header("Content-Type", startsWith(NDJSON));
        String document = desk.result(id, JSON).asString();
        assertThat(document).startsWith("{\"rows\":[").endsWith("]}\n").doesNotContain("\n\n");
        String text = new String(lines.asByteArray(), StandardCharsets.UTF_8);
        assertThat(text.lines()).hasSize(2).allSatisfy(line -> assertThat(document)
                .contains(line));
    }

    @Test
    void thousandsOfRowsComeBackInTheirOrder() {
        Coverages.link(card);
        List<Body> questions = IntStream.range(0, 3000)
                .mapToObj(i -> question(i % 3 == 0 ? card : Card.fresh(), "p-" + i))
                .toList();

        String id = desk.answered(NDJSON, lines(questions));

        Map<String, Object> found = desk.byId(id, "validity");
        assertThat(found.keySet())
                .containsExactlyElementsOf(
                        IntStream.range(0, 3000).mapToObj(i -> "p-" + i).toList());
        assertThat(found).allSatisfy((row, validity) -> assertThat(validity)
                .isEqualTo(Integer.parseInt(row.substring(2)) % 3 == 0 ? 1 : 4));
        assertThat(desk.result(id, CSV).asString().lines()).hasSize(3001);
        assertThat(desk.result(id, NDJSON).asString().lines()).hasSize(3000);
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
    void columnsThatCannotBeReadAreRefusedByTheirPlace() {
        desk.send(CSV, bytes("保険者番号,氏名,番号,番号\n1,2,3,4\n"))
                .then()
                .statusCode(422)
                .body("code", equalTo("batch-columns-invalid"))
                .body("errors.pointer", equalTo(List.of("column:2", "column:4", "column:birthDate")))
                .body("errors.code", equalTo(List.of("column-unknown", "column-twice", "column-missing")));
    }

    @Test
    void otherColumnsArePassedOverWhenTheSenderSaysSo() {
        Coverages.link(card);
        String file = "患者番号,氏名,被保険者証等記号,被保険者証等番号,生年月日,保険者番号\n"
                + String.join(",", "7", "見本", card.symbol(), card.number(), card.birthDate(), card.insurerNumber());

        desk.send(CSV, bytes(file)).then().statusCode(422);
        String id = desk.send(CSV, bytes(file), UUID.randomUUID().toString(), "?otherColumns=ignore")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        desk.completed(id);

        assertThat(desk.byId(id, "validity")).containsExactly(entry("7", 1));
        desk.send(CSV, bytes(file), UUID.randomUUID().toString(), "?otherColumns=x")
                .then()
                .statusCode(422);
    }

    @Test
    void templateIsReadBack() {
        Response template = desk.clinic().signedIn().get("/confirmation-batches/template?charset=shift_jis");

        template.then().statusCode(200).header("Content-Type", "text/csv;charset=windows-31j");
        String id = desk.answered(CSV, template.asByteArray());
        assertThat(desk.byId(id, "validity")).containsExactly(entry("A-0001", 4));
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

    @Test
    void progressIsSentUntilTheEnd() {
        String id = desk.sent(JSON, json(question(card, "p-1")));

        String events = desk.clinic()
                .signedIn()
                .accept("text/event-stream")
                .get("/confirmation-batches/" + id + "/events")
                .asString();

        assertThat(events).contains("data:").contains("\"state\":\"COMPLETED\"").contains("\"done\":1");
    }

    @Test
    void deletedBatchIsGoneAndItsAnswersAreNot() {
        String id = desk.answered(JSON, json(question(card, "p-1")));
        String number = (String) desk.byId(id, "confirmationNumber").get("p-1");

        desk.clinic().signedIn().delete("/confirmation-batches/" + id).then().statusCode(204);

        desk.get(id).then().statusCode(404);
        desk.clinic().reread(number).then().statusCode(200).body("correlationId", equalTo("p-1"));
    }
}
