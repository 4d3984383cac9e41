package jp.shikaku.eligibility.coverage;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jp.shikaku.eligibility.testing.Body;
import jp.shikaku.eligibility.testing.Card;
import jp.shikaku.eligibility.testing.Clinic;
import jp.shikaku.eligibility.testing.Coverages;
import jp.shikaku.eligibility.testing.Ledger;
import jp.shikaku.eligibility.testing.NothingPersonalLogged;
import jp.shikaku.eligibility.testing.Together;
import jp.shikaku.kit.testing.ServiceEnvironment;
import jp.shikaku.local.postgres.LocalPostgres;

import static jp.shikaku.eligibility.testing.Coverages.delivery;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

/** R2 for many versions at once: each once and in order, and none held up by another. */
@QuarkusTest
@WithTestResource(value = ServiceEnvironment.class, scope = TestResourceScope.GLOBAL)
@ExtendWith(NothingPersonalLogged.class)
class CoverageBatchTest {

    LocalPostgres postgres;

    private final Card card = Card.fresh();
    private final Body content = Coverages.whole(card, Coverages.newPerson());
    private final UUID enrolment = UUID.randomUUID();

    @Test
    void fullBatchIsAppliedAsTheSingleVersionsWouldBe() throws SQLException {
        Coverages.put(enrolment, 1, content).then().statusCode(204);
        Map<String, Object> single = row(enrolment);
        List<UUID> ids =
                IntStream.range(0, 200).mapToObj(i -> UUID.randomUUID()).toList();

        Object[] items = ids.stream().map(id -> delivery(id, 1, content)).toArray();
        assertThat(outcomes(Coverages.post(items))).hasSize(200).containsOnly("APPLIED");

        for (UUID id : ids) {
            assertThat(row(id))
                    .usingRecursiveComparison()
                    .ignoringFields("enrolment_id", "applied_at")
                    .isEqualTo(single);
        }
    }

    @Test
    void eachItemIsAnsweredForItselfInItsPlace() throws SQLException {
        UUID before = link(3, content);
        UUID newer = link(3, content);
        UUID other = link(3, content);
        UUID last = UUID.randomUUID();

        Response answer = Coverages.post(
                delivery(enrolment, 1, content),
                delivery(before, 3, content),
                delivery(newer, 2, content),
                delivery(other, 3, named("別")),
                delivery(UUID.randomUUID(), 1, content.with("sex", "9")),
                delivery(last, 1, content));

        assertThat(outcomes(answer))
                .containsExactly("APPLIED", "APPLIED_BEFORE", "STALE", "CONFLICT", "INVALID", "APPLIED");
        answer.then()
                .body("results[0]", not(hasKey("errors")))
                .body("results[4].errors.pointer", equalTo(List.of("/content/sex")))
                .body("results[4].errors.code", equalTo(List.of("code-unknown")));
        assertThat(row(enrolment)).containsEntry("version", 1);
        assertThat(row(last)).containsEntry("version", 1);
        assertThat(row(newer)).containsEntry("version", 3);
        assertThat(row(other)).containsEntry("name", "見本　花子");
    }

    @Test
    void repeatedBatchChangesNothing() throws SQLException {
        Body[] items = {delivery(enrolment, 1, content), delivery(UUID.randomUUID(), 4, content)};
        Coverages.post((Object[]) items);
        Map<String, Object> before = row(enrolment);

        assertThat(outcomes(Coverages.post((Object[]) items))).containsOnly("APPLIED_BEFORE");

        assertThat(row(enrolment)).usingRecursiveComparison().isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"1 2 3", "3 2 1", "2 3 1"})
    void ofSeveralVersionsOfOneEnrolmentTheNewestStands(String order) throws SQLException {
        List<Integer> versions =
                Stream.of(order.split(" ")).map(Integer::valueOf).toList();

        Response answer = Coverages.post(versions.stream()
                .map(version -> delivery(enrolment, version, named("第" + version)))
                .toArray());

        assertThat(outcomes(answer))
                .isEqualTo(versions.stream()
                        .map(version -> version == 3 ? "APPLIED" : "STALE")
                        .toList());
        assertThat(row(enrolment)).containsEntry("version", 3).containsEntry("name", "見本　第3");
    }

    @Test
    void whatIsSuspendedInTheSameBreathIsNotShown() {
        Coverages.post(delivery(enrolment, 1, content), delivery(enrolment, 2, content.with("state", "SUSPENDED")));

        Clinic.hana().ask(card).then().statusCode(201).body("validity", equalTo(4));
    }

    @Test
    void sameVersionTwiceInABatchIsAppliedOnce() throws SQLException {
        Response answer = Coverages.post(
                delivery(enrolment, 1, content), delivery(enrolment, 1, content), delivery(enrolment, 1, named("別")));

        assertThat(outcomes(answer)).containsExactly("APPLIED", "APPLIED_BEFORE", "CONFLICT");
        assertThat(row(enrolment)).containsEntry("name", "見本　花子");
    }

    @Test
    void itemThatIsNoDeliveryStopsNoOther() {
        Body good = delivery(enrolment, 1, content);
        Response answer = Coverages.post(
                "nonsense",
                7,
                List.of(),
                Map.of(),
                good.without("version"),
                good.with("version", 0),
                good.with("enrolmentId", "mine"),
                good.without("content"),
                good.with(
                        "content",
                        content.with("name", " ").with("lost", "2020-04-01").fields()),
                good.with(
                        "content",
                        content.with("individualNumber", "123456789018").fields()),
                good);

        assertThat(outcomes(answer))
                .startsWith("INVALID")
                .endsWith("INVALID", "APPLIED")
                .hasSize(11);
        assertThat(answer.<List<List<String>>>path("results.errors.pointer"))
                .startsWith(
                        List.of(""),
                        List.of(""),
                        List.of(""),
                        List.of("/version"),
                        List.of("/version"),
                        List.of("/version"),
                        List.of("/enrolmentId"),
                        List.of("/content"),
                        List.of("/content/name", "/content/lost"),
                        List.of("/content/individualNumber"));
    }

    @Test
    void batchWithoutAcceptableItemsIsAnsweredToo() {
        assertThat(outcomes(Coverages.post("nonsense", "more"))).containsExactly("INVALID", "INVALID");
    }

    @Test
    void batchHasOneToTwoHundredItems() throws SQLException {
        Object[] tooMany = IntStream.range(0, 201)
                .mapToObj(i -> delivery(enrolment, i + 1, content))
                .toArray();

        for (Response answer : List.of(Coverages.post(tooMany), Coverages.post())) {
            answer.then()
                    .statusCode(422)
                    .body("errors.pointer", equalTo(List.of("/items")))
                    .body("errors.code", equalTo(List.of("batch-size")));
        }
        assertThat(rows(enrolment)).isEmpty();
    }

    @Test
    void batchesThatMeetEndAtTheNewestOfEach() throws Exception {
        List<UUID> ids = IntStream.range(0, 30).mapToObj(i -> UUID.randomUUID()).toList();

        List<Integer> statuses = Together.run(8, turn -> {
            List<UUID> order = new ArrayList<>(ids);
            Collections.shuffle(order, new Random(turn));
            return Coverages.post(order.stream()
                            .map(id -> delivery(id, turn + 1, named("第" + (turn + 1))))
                            .toArray())
                    .statusCode();
        });

        assertThat(statuses).containsOnly(200);
        for (UUID id : ids) {
            assertThat(row(id)).containsEntry("version", 8).containsEntry("name", "見本　第8");
        }
    }

    private Body named(String name) {
        return content.with("name", "見本　" + name);
    }

    private static UUID link(int version, Body content) {
        UUID enrolment = UUID.randomUUID();
        Coverages.put(enrolment, version, content).then().statusCode(204);
        return enrolment;
    }

    private static List<String> outcomes(Response answer) {
        return answer.then().statusCode(200).extract().path("results.outcome");
    }

    private Map<String, Object> row(UUID id) throws SQLException {
        return rows(id).get(0);
    }

    private List<Map<String, Object>> rows(UUID id) throws SQLException {
        return new Ledger(postgres).rows("select * from coverage where enrolment_id = ?", id);
    }
}
