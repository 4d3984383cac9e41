package jp.shikaku.registration;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jp.shikaku.local.postgres.LocalPostgres;
import jp.shikaku.registration.world.Citizen;
import jp.shikaku.registration.world.Days;
import jp.shikaku.registration.world.Desk;
import jp.shikaku.registration.world.RegistrationTest;
import jp.shikaku.registration.world.Rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** What happens when a request comes twice, or two come at once. */
@RegistrationTest
class SubmissionTest {

    private static final int AT_ONCE = 8;

    LocalPostgres postgres;
    Rows rows;
    Citizen hanako;
    String key;

    @BeforeEach
    void hanakoIsAResident() {
        rows = new Rows(postgres);
        hanako = Citizen.hanako();
        key = UUID.randomUUID().toString();
        Desk.knowParties();
        Desk.knowResident(hanako);
    }

    @Test
    void aRepeatedEnrolmentIsTheSameEnrolment() {
        Response first = enrol(hanako.enrolment(Days.ago(1)));
        Map<String, Long> before = rows.counts();

        Response again = enrol(hanako.enrolment(Days.ago(1)));

        again.then().statusCode(201).body("id", equalTo(first.path("id")));
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(rows.counts())
                .usingRecursiveComparison()
                .ignoringFields("linkage_outbox")
                .isEqualTo(before);
    }

    @Test
    void aRepeatedReportIsTheSameReport() {
        Response first = file(hanako.report(Desk.INSURER, Days.ago(1)));

        file(hanako.report(Desk.INSURER, Days.ago(1)))
                .then()
                .statusCode(201)
                .body("id", equalTo(first.path("id")))
                .body("filedAt", equalTo(first.path("filedAt")));
    }

    @Test
    void aKeyIsGoodForOneBody() {
        enrol(hanako.enrolment(Days.ago(1))).then().statusCode(201);
        Map<String, Long> before = rows.counts();

        enrol(hanako.enrolment(Days.ago(2))).then().statusCode(422).body("code", equalTo("idempotency-key-reused"));

        assertThat(rows.counts().get("enrolment")).isEqualTo(before.get("enrolment"));
    }

    @Test
    void theKeysOfTwoCallersHaveNothingToDoWithEachOther() {
        String mine = file(hanako.report(Desk.INSURER, Days.ago(1))).path("id");

        String theirs = Desk.otherEmployer()
                .header("Idempotency-Key", key)
                .body(hanako.report(Desk.INSURER, Days.ago(1)))
                .post("/reports")
                .path("id");

        assertThat(theirs).isNotNull().isNotEqualTo(mine);
    }

    @Test
    void manyAtOnceWithOneKeyEnrolOnce() {
        List<Response> answers = atOnce(i -> enrol(hanako.enrolment(Days.ago(1))));

        assertThat(answers).extracting(Response::statusCode).containsOnly(201);
        assertThat(answers.stream().map(answer -> answer.<String>path("id")).distinct())
                .hasSize(1);
        assertThat(rows.count("select count(*) from submission where idempotency_key = ?", key))
                .isOne();
    }

    @Test
    void ofManyCorrectionsOfOneVersionOneWins() {
        String id = enrol(hanako.enrolment(Days.ago(30))).path("id");

        List<Response> answers = atOnce(i -> Desk.correct(id, 1, hanako.enrolment(Days.ago(i + 1))));

        assertThat(answers)
                .extracting(Response::statusCode)
                .containsOnlyOnce(200)
                .containsOnly(200, 412);
        assertThat(rows.column(
                        "select version from enrolment_version where enrolment_id = ? order by version",
                        UUID.fromString(id)))
                .isEqualTo(List.of(1, 2));
    }

    @Test
    void ofManyDecisionsOneWins() {
        Citizen unknown = Citizen.hanako();
        String hold = enrol(unknown.enrolment(Days.ago(1))).path("holdId");

        List<Response> answers = atOnce(i -> Desk.decide(hold, i % 2 == 0 ? "CONFIRM" : "WITHDRAW"));

        assertThat(answers)
                .extracting(Response::statusCode)
                .containsOnlyOnce(200)
                .containsOnly(200, 409);
    }

    @Test
    void decidingAndCorrectingAtOnceEndsTheHoldOnce() {
        Citizen unknown = Citizen.hanako();
        Response enrolled = enrol(unknown.enrolment(Days.ago(1)));
        String id = enrolled.path("id");
        String hold = enrolled.path("holdId");

        List<Response> answers = atOnce(
                i -> i % 2 == 0 ? Desk.decide(hold, "WITHDRAW") : Desk.correct(id, 1, unknown.enrolment(Days.ago(2))));

        assertThat(answers)
                .extracting(Response::statusCode)
                .containsOnlyOnce(200)
                .isSubsetOf(200, 409, 412);
    }

    @Test
    void twoEnrolmentsOfOnePersonAtOnceAreBothStored() {
        List<Response> answers = atOnce(i -> Desk.enrol(hanako.enrolment(Days.ago(1))));

        assertThat(answers).extracting(Response::statusCode).containsOnly(201);
        assertThat(answers.stream().map(answer -> answer.<String>path("id")).distinct())
                .hasSize(AT_ONCE);
    }

    private Response enrol(Map<String, Object> body) {
        return Desk.insurer().header("Idempotency-Key", key).body(body).post("/enrolments");
    }

    private Response file(Map<String, Object> body) {
        return Desk.employer().header("Idempotency-Key", key).body(body).post("/reports");
    }

    private static List<Response> atOnce(IntFunction<Response> request) {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<Response>> running = IntStream.range(0, AT_ONCE)
                    .mapToObj(i -> threads.submit(() -> request.apply(i)))
                    .toList();
            return running.stream().map(SubmissionTest::get).toList();
        } finally {
            threads.shutdown();
        }
    }

    private static Response get(Future<Response> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
