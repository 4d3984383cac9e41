package jp.shikaku.eligibility.batch;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import jp.shikaku.eligibility.testing.Body;
import jp.shikaku.eligibility.testing.Card;
import jp.shikaku.eligibility.testing.Clinic;
import jp.shikaku.eligibility.testing.Coverages;
import jp.shikaku.eligibility.testing.Ledger;
import jp.shikaku.eligibility.testing.NothingPersonalLogged;
import jp.shikaku.kit.testing.ServiceEnvironment;
import jp.shikaku.local.postgres.LocalPostgres;

import static jp.shikaku.eligibility.batch.BatchDesk.JSON;
import static jp.shikaku.eligibility.batch.BatchDesk.NDJSON;
import static jp.shikaku.eligibility.batch.BatchDesk.json;
import static jp.shikaku.eligibility.batch.BatchDesk.lines;
import static jp.shikaku.eligibility.batch.BatchDesk.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

/** What becomes of a batch when something goes wrong around it. */
@QuarkusTest
@WithTestResource(value = ServiceEnvironment.class, scope = TestResourceScope.GLOBAL)
@ExtendWith(NothingPersonalLogged.class)
class BatchInterruptedTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    LocalPostgres postgres;

    @Inject
    BatchStore batches;

    private final BatchDesk desk = new BatchDesk(Clinic.hana());
    private final Card card = Card.fresh();

    /** A worker that stops in the middle: its piece is somebody else's when it goes on, and it can keep nothing. */
    @Test
    void workerThatHasLostItsLeaseAnswersNothingAndAnotherAnswersOnce() throws SQLException {
        Ledger ledger = ledger();
        Coverages.link(card);
        String id;
        try (Connection other = ledger.connect()) {
            lock(other, "coverage");
            id = desk.sent(NDJSON, lines(many(3)));
            await().atMost(PATIENCE).until(() -> pieces(id, "lease is not null") == 1);
            ledger.execute("update batch_piece set lease = gen_random_uuid(), leased_until = now() + interval '1 hour'"
                    + " where batch_id = '%s'".formatted(id));
        }
        // The next batch is answered by the worker that has given the first one up.
        desk.answered(JSON, json(question(card, "next")));
        desk.get(id).then().body("state", equalTo("RUNNING")).body("done", equalTo(0));
        desk.clinic()
                .signedIn()
                .get("/confirmation-batches/" + id + "/result")
                .then()
                .statusCode(409)
                .body("code", equalTo("batch-not-completed"));
        assertThat(asked(id)).isZero();

        ledger.execute("update batch_piece set leased_until = now() where batch_id = '%s'".formatted(id));
        desk.completed(id);

        assertThat(asked(id)).isEqualTo(3);
        assertThat(desk.byId(id, "validity").values()).containsOnly(1);
    }

    /** What a replica leaves that is killed: some pieces answered, one leased, some not begun. */
    @Test
    void batchOfAKilledReplicaIsFinishedAndNoRowAnsweredTwice() throws SQLException {
        Ledger ledger = ledger();
        Coverages.link(card);
        String id;
        try (Connection other = ledger.connect()) {
            lock(other, "coverage");
            id = desk.sent(NDJSON, lines(many(600)));
            await().atMost(PATIENCE).until(() -> pieces(id, "lease is not null") == 1);
            ledger.execute("update batch_piece set lease = gen_random_uuid(), leased_until = now() + interval '1 hour'"
                    + " where batch_id = '%s' and number = 1".formatted(id));
        }
        await().atMost(PATIENCE).until(() -> (int) desk.get(id).path("done") == 350);
        assertThat(pieces(id, "confirmation_numbers is null")).isEqualTo(1);

        ledger.execute("update batch_piece set leased_until = now() where batch_id = '%s'".formatted(id));

        desk.completed(id).then().body("valid", equalTo(600));
        assertThat(asked(id)).isEqualTo(600);
        assertThat(desk.byId(id, "validity")).hasSize(600);
    }

    /** R3. */
    @Test
    void rowsWaitWhileTheDatabaseIsGoneAndAreNeverNoInformation() throws SQLException {
        Coverages.link(card);
        String id = desk.sent(NDJSON, lines(many(2000)));
        try {
            postgres.stop();
            desk.get(id).then().statusCode(503);
            desk.send(JSON, json(question(card, "p"))).then().statusCode(503);
        } finally {
            postgres.start();
        }

        await().atMost(PATIENCE).until(() -> desk.get(id).statusCode() == 200);
        desk.completed(id)
                .then()
                .body("valid", equalTo(2000))
                .body("notFound", equalTo(0))
                .body("undetermined", equalTo(0));
        assertThat(asked(id)).isEqualTo(2000);
    }

    /** R3: the record costs its own row, and that is said to be undetermined. */
    @Test
    void recordThatCannotBeReadIsUndeterminedAndStopsNoneOfTheOthers() throws SQLException {
        Coverages.link(card);
        Card broken = Card.fresh();
        UUID enrolment = Coverages.link(broken);
        ledger().execute("update coverage set sex = 'X' where enrolment_id = '%s'".formatted(enrolment));

        String id =
                desk.answered(JSON, json(question(card, "good"), question(broken, "broken"), question(card, "too")));

        assertThat(desk.byId(id, "validity"))
                .containsExactly(entry("good", 1), entry("broken", "UNDETERMINED"), entry("too", 1));
        desk.get(id).then().body("valid", equalTo(2)).body("undetermined", equalTo(1));
        desk.result(id, JSON).then().body("rows[1].errors.code", equalTo(List.of("undetermined")));
        assertThat(asked(id)).isEqualTo(2);
    }

    @Test
    void batchThatIsDeletedWhileItIsAnsweredIsGone() throws SQLException {
        Ledger ledger = ledger();
        Coverages.link(card);
        String id;
        try (Connection other = ledger.connect()) {
            lock(other, "coverage");
            id = desk.sent(NDJSON, lines(many(3)));
            await().atMost(PATIENCE).until(() -> pieces(id, "lease is not null") == 1);
            desk.clinic()
                    .signedIn()
                    .delete("/confirmation-batches/" + id)
                    .then()
                    .statusCode(204);
        }

        desk.answered(JSON, json(question(card, "next")));
        assertThat(asked(id)).isZero();
        assertThat(pieces(id, "true")).isZero();
    }

    @Test
    void onlySoManyBatchesMayBeUnfinished() throws SQLException {
        BatchDesk eager = new BatchDesk(Clinic.another());
        Ledger ledger = ledger();
        String unfinished = "update batch set state = '%s' where institution_code = '%s'";
        for (int i = 0; i < 10; i++) {
            eager.answered(JSON, json(question(card, "p")));
        }
        ledger.execute(unfinished.formatted("RUNNING", eager.clinic().code()));
        try {
            eager.send(JSON, json(question(card, "p")))
                    .then()
                    .statusCode(429)
                    .header("Retry-After", "2")
                    .body("code", equalTo("batches-waiting"));
            desk.answered(JSON, json(question(card, "p")));
        } finally {
            ledger.execute(unfinished.formatted("COMPLETED", eager.clinic().code()));
        }
        eager.answered(JSON, json(question(card, "p")));
    }

    @Test
    void whatIsOlderThanItIsKeptIsNotThereAnyMoreAndThenDeleted() throws SQLException {
        String old = desk.answered(JSON, json(question(card, "old")));
        String young = desk.answered(JSON, json(question(card, "young")));
        String abandoned = desk.answered(JSON, json(question(card, "abandoned")));
        String arriving = desk.answered(JSON, json(question(card, "arriving")));
        Ledger ledger = ledger();
        String age = "update batch set received_at = received_at - interval '%s', state = '%s' where id = '%s'";
        ledger.execute(age.formatted("7 days", "COMPLETED", old));
        ledger.execute(age.formatted("6 days 23 hours", "COMPLETED", young));
        ledger.execute(age.formatted("61 minutes", "RECEIVING", abandoned));
        ledger.execute(age.formatted("30 minutes", "RECEIVING", arriving));

        desk.get(old).then().statusCode(404);
        desk.result(old, JSON).then().statusCode(404);
        desk.get(young).then().statusCode(200);
        batches.purge().await().atMost(PATIENCE);

        for (String gone : List.of(old, abandoned)) {
            assertThat(pieces(gone, "true")).isZero();
        }
        for (String kept : List.of(young, arriving)) {
            assertThat(pieces(kept, "true")).isEqualTo(1);
        }
        assertThat(asked(old)).isEqualTo(1); // what was looked at stays recorded
    }

    /** R1. */
    @Test
    void whatWasSuspendedMeanwhileIsLeftOut() {
        String person = Coverages.newPerson();
        UUID enrolment = Coverages.link(Coverages.of(card, person));
        String id = desk.answered(JSON, json(question(card, "p-1")));
        assertThat(desk.byId(id, "coverage").get("p-1")).isNotNull();

        Coverages.put(enrolment, 2, Coverages.of(card, person).with("state", "SUSPENDED"))
                .then()
                .statusCode(204);

        assertThat(desk.byId(id, "coverage")).containsExactly(entry("p-1", null));
    }

    /** R6. */
    @Test
    void everyRowIsRecordedWhenItIsAskedAndWhenItIsFetched() throws SQLException {
        Coverages.link(card);
        String id = desk.answered(JSON, json(question(card, "p-1"), question(Card.fresh(), "p-2")));
        List<Map<String, Object>> asking = looks(id);
        assertThat(asking)
                .hasSize(2)
                .allSatisfy(look -> assertThat(look)
                        .containsEntry("purpose", "CONFIRMATION")
                        .containsEntry("actor_role", "institution")
                        .containsEntry("actor_id", desk.clinic().code()))
                .extracting(look -> look.get("coverage_shown"))
                .containsExactlyInAnyOrder(true, false);

        Map<String, Object> numbers = desk.byId(id, "confirmationNumber");

        assertThat(ledger().looksAt((String) numbers.get("p-1")))
                .extracting(look -> look.get("purpose"))
                .containsExactly("CONFIRMATION", "CONFIRMATION_REREAD");
        assertThat(ledger().looksAt((String) numbers.get("p-2"))).hasSize(2);
    }

    /** R6: no look, no answer. */
    @Test
    void resultWhoseLooksCannotBeWrittenIsNotSent() throws SQLException {
        Coverages.link(card);
        String id = desk.answered(JSON, json(question(card, "p-1")));
        ledger().execute("alter table look add constraint closed check (purpose <> 'CONFIRMATION_REREAD') not valid");
        try {
            desk.result(id, JSON).then().statusCode(503).body("code", equalTo("undetermined"));
        } finally {
            ledger().execute("alter table look drop constraint closed");
        }
        desk.result(id, JSON).then().statusCode(200);
    }

    /** Half a result must not look like a whole one. */
    @Test
    void resultThatBreaksOffIsSeenToBreakOff() throws SQLException {
        Coverages.link(card);
        Card broken = Card.fresh();
        UUID enrolment = Coverages.link(broken);
        List<Body> questions = new ArrayList<>(many(600));
        questions.set(599, question(broken, "broken"));
        String id = desk.answered(NDJSON, lines(questions));
        ledger().execute("update coverage set sex = 'X' where enrolment_id = '%s'".formatted(enrolment));

        assertThatThrownBy(() -> desk.result(id, NDJSON).asByteArray()).isInstanceOf(Exception.class);

        ledger().execute("update coverage set sex = '2' where enrolment_id = '%s'".formatted(enrolment));
        assertThat(desk.result(id, NDJSON).asString().lines()).hasSize(600);
    }

    private List<Body> many(int count) {
        return IntStream.range(0, count).mapToObj(i -> question(card, "p-" + i)).toList();
    }

    /** How often something was asked for this batch. */
    private long asked(String id) throws SQLException {
        return looks(id).size();
    }

    private List<Map<String, Object>> looks(String id) throws SQLException {
        return ledger().rows(
                        "select * from look where purpose = 'CONFIRMATION' and request_id = ?", desk.requestOf(id));
    }

    private long pieces(String id, String condition) throws SQLException {
        return ledger().number(
                        "select count(*) from batch_piece where batch_id = ? and " + condition, UUID.fromString(id));
    }

    private Ledger ledger() {
        return new Ledger(postgres);
    }

    private static void lock(Connection connection, String table) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("lock table " + table + " in access exclusive mode");
        }
    }
}
