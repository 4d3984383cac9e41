package jp.shikaku.eligibility.batch;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import jp.shikaku.eligibility.testing.Body;
import jp.shikaku.eligibility.testing.Card;
import jp.shikaku.eligibility.testing.Clinic;
import jp.shikaku.eligibility.testing.Coverages;
import jp.shikaku.eligibility.testing.NothingPersonalLogged;
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
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@WithTestResource(value = ServiceEnvironment.class, scope = TestResourceScope.GLOBAL)
@ExtendWith(NothingPersonalLogged.class)
class BatchTest {

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
