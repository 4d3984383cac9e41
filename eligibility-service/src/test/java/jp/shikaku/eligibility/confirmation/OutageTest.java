package jp.shikaku.eligibility.confirmation;

import java.net.URL;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import jp.shikaku.eligibility.testing.Card;
import jp.shikaku.eligibility.testing.Clinic;
import jp.shikaku.eligibility.testing.Coverages;
import jp.shikaku.eligibility.testing.Hotline;
import jp.shikaku.eligibility.testing.Ledger;
import jp.shikaku.eligibility.testing.NothingPersonalLogged;
import jp.shikaku.eligibility.testing.Together;
import jp.shikaku.kit.testing.ServiceEnvironment;
import jp.shikaku.local.postgres.LocalPostgres;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

/** R3: what cannot be found out is never shown as 「資格情報なし」. */
@QuarkusTest
@WithTestResource(value = ServiceEnvironment.class, scope = TestResourceScope.GLOBAL)
@ExtendWith(NothingPersonalLogged.class)
class OutageTest {

    private static final Duration DESK_WAITS = Duration.ofSeconds(2);
    private static final int MANY = 40;

    /** Statements of questions. What seals the looks, and counts what is not sealed, has all the time it wants. */
    private static final String WAITING =
            """
            select count(*) from pg_stat_activity
            where wait_event_type = 'Lock' and query not like '%look_seal%'""";

    LocalPostgres postgres;

    @TestHTTPResource(value = "health/ready", management = true)
    URL readiness;

    @TestHTTPResource(value = "health/live", management = true)
    URL liveness;

    private final Clinic clinic = Clinic.hana();
    private final Card card = Card.fresh();
    private UUID enrolment;
    private String number;

    @BeforeEach
    void coverageIsShown() {
        enrolment = Coverages.link(card);
        number = clinic.numberFor(card);
    }

    @Test
    void databaseAwayIsUndeterminedAndMendsByItself() throws SQLException {
        long before = new Ledger(postgres).confirmations();
        // Another test may just have had the database away.
        assertComesTrue(() -> given().get(readiness).statusCode() == 200);
        try {
            postgres.stop();

            for (int i = 0; i < 5; i++) {
                assertUndetermined(clinic.ask(card));
            }
            assertUndetermined(clinic.ask(Card.fresh()));
            assertUndetermined(clinic.reread(number));
            assertUndetermined(Hotline.standing(number));
            assertUndetermined(clinic.signedIn().get("/confirmations/{number}/now", number));
            assertUndetermined(clinic.signedIn().get("/confirmations/{number}/prescription", number));
            assertUndetermined(clinic.signedIn().get("/confirmations"));
            Coverages.put(enrolment, 2, Coverages.of(card, Coverages.newPerson()))
                    .then()
                    .statusCode(503)
                    .body("code", equalTo("temporarily-unavailable"))
                    .header("Retry-After", "2");
            given().get(readiness).then().statusCode(503).body("status", equalTo("DOWN"));
            given().get(liveness).then().statusCode(200).body("status", equalTo("UP"));
        } finally {
            postgres.start();
        }

        assertComesTrue(() -> clinic.ask(card).statusCode() == 201);
        clinic.ask(card).then().body("validity", equalTo(1));
        assertComesTrue(() -> given().get(readiness).statusCode() == 200);
        assertThat(new Ledger(postgres).confirmations()).isGreaterThan(before);
    }

    @Test
    void slowDatabaseIsUndeterminedForEverybodyAndForNobodyAfterwards() throws Exception {
        try (Connection other = new Ledger(postgres).connect()) {
            lock(other, "coverage");

            List<Response> answers = Together.run(MANY, i -> clinic.ask(card));

            answers.forEach(OutageTest::assertUndetermined);
            // Nobody waits for these any more: nor does PostgreSQL, though the lock is still there.
            assertComesTrue(() -> waitingStatements() == 0);
        }

        List<Response> answers = Together.run(MANY, i -> clinic.ask(card));

        assertThat(answers).allSatisfy(answer -> answer.then().statusCode(201).body("validity", equalTo(1)));
    }

    @Test
    void answerWhoseLookCannotBeWrittenIsNotGiven() throws SQLException {
        long confirmations = new Ledger(postgres).confirmations();
        try (Connection other = new Ledger(postgres).connect()) {
            lock(other, "look");

            assertUndetermined(clinic.ask(card));
            assertUndetermined(clinic.reread(number));
            assertUndetermined(Hotline.standing(number));
            assertUndetermined(clinic.signedIn().get("/confirmations/{number}/now", number));
            assertUndetermined(clinic.signedIn().get("/confirmations/{number}/prescription", number));
            assertUndetermined(clinic.signedIn().get("/confirmations"));
            assertComesTrue(() -> waitingStatements() == 0);
        }

        assertThat(new Ledger(postgres).confirmations()).isEqualTo(confirmations);
        clinic.reread(number).then().statusCode(200);
    }

    @Test
    void faultOfOursIsUndeterminedTooAndNeverNoInformation() throws SQLException {
        Ledger ledger = new Ledger(postgres);
        ledger.execute("update coverage set sex = 'X' where enrolment_id = '%s'".formatted(enrolment));
        try {
            assertUndetermined(clinic.ask(card));
        } finally {
            ledger.execute("update coverage set sex = '2' where enrolment_id = '%s'".formatted(enrolment));
        }

        clinic.ask(card).then().statusCode(201).body("validity", equalTo(1));
    }

    private static void lock(Connection connection, String table) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("lock table " + table + " in access exclusive mode");
        }
    }

    private static void assertUndetermined(Response answer) {
        answer.then()
                .statusCode(503)
                .contentType(containsString("application/problem+json"))
                .header("Retry-After", "2")
                .body("code", equalTo("undetermined"))
                .body("title", containsString("判定不能"))
                .body("$", not(hasKey("validity")))
                .body("$", not(hasKey("display")));
        assertThat(Duration.ofMillis(answer.time())).isLessThan(DESK_WAITS);
    }

    /** Asks again and again; asking takes its time, so this is no busy loop. */
    private static void assertComesTrue(BooleanSupplier condition) {
        long giveUp = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("after ten seconds").isLessThan(giveUp);
        }
    }

    private long waitingStatements() {
        try {
            return new Ledger(postgres).number(WAITING);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
