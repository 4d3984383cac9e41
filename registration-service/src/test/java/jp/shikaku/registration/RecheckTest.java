package jp.shikaku.registration;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.restassured.common.mapper.TypeRef;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jp.shikaku.local.postgres.LocalPostgres;
import jp.shikaku.registration.world.Citizen;
import jp.shikaku.registration.world.Days;
import jp.shikaku.registration.world.Desk;
import jp.shikaku.registration.world.EligibilityStandIn;
import jp.shikaku.registration.world.RegistrationTest;
import jp.shikaku.registration.world.Rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

/** 全件チェック: what is linked is compared with the register again. */
@RegistrationTest
class RecheckTest {

    EligibilityStandIn eligibility;
    LocalPostgres postgres;

    private Rows rows;
    private Citizen hanako;

    @BeforeEach
    void openTheDesk() {
        Desk.knowParties();
        eligibility.reset();
        rows = new Rows(postgres);
        hanako = Citizen.hanako();
        Desk.knowResident(hanako);
    }

    @Test
    void aRecordWithoutDoubtIsLeftAlone() {
        String id = linked();

        Map<String, Object> recheck = runToItsEnd();

        assertThat(Desk.stateOf(id)).isEqualTo("LINKED");
        assertThat(eligibility.arrivals(id)).hasSize(1);
        assertThat((int) recheck.get("checked")).isPositive();
        assertThat(recheck).containsKeys("recordsPerSecond", "endedAt");
    }

    @Test
    void anotherBirthDateInTheRegisterStopsTheDisplayUntilTheInsurerConfirms() {
        String id = linked();
        Desk.knowResident(bornOn("1991-01-15"));

        runToItsEnd();

        await().until(() -> eligibility.arrivals(id).size() == 2);
        assertThat(eligibility.arrivals(id).get(1).body()).contains("SUSPENDED");
        assertThat(Desk.stateOf(id)).isEqualTo("SUSPENDED");
        String hold = openHoldOf(id);
        Desk.insurer()
                .get("/holds/" + hold)
                .then()
                .statusCode(200)
                .body("findings.code", equalTo(List.of("birth-date-differs")));

        Desk.decide(hold, "CONFIRM").then().statusCode(200);

        await().until(() -> eligibility.arrivals(id).size() == 3);
        assertThat(eligibility.arrivals(id).get(2).body()).contains("VISIBLE", "\"medicalInfoAllowed\":true");
        await().untilAsserted(() -> assertThat(Desk.stateOf(id)).isEqualTo("LINKED"));
    }

    @Test
    void whatTheInsurerConfirmedIsNotAskedAgain() {
        String id = linked();
        Desk.knowResident(bornOn("1991-01-15"));
        runToItsEnd();
        Desk.decide(openHoldOf(id), "CONFIRM").then().statusCode(200);
        await().untilAsserted(() -> assertThat(Desk.stateOf(id)).isEqualTo("LINKED"));

        runToItsEnd();

        assertThat(Desk.stateOf(id)).isEqualTo("LINKED");
        assertThat(holdsOf(id)).isEqualTo(1);
    }

    @Test
    void anotherAddressWithholdsMedicalInformationOnly() {
        String id = linked();
        Desk.knowResident(new Citizen(
                hanako.individualNumber(),
                hanako.name(),
                hanako.nameKana(),
                hanako.birthDate(),
                hanako.sex(),
                "大阪府大阪市北区梅田3-1-3"));

        runToItsEnd();
        runToItsEnd();

        await().until(() -> eligibility.arrivals(id).size() == 2);
        assertThat(eligibility.arrivals(id).get(1).body()).contains("VISIBLE", "\"medicalInfoAllowed\":false");
        assertThat(Desk.stateOf(id)).isIn("CLEARED", "LINKED");
        assertThat(holdsOf(id)).isEqualTo(1);

        Desk.decide(openHoldOf(id), "CONFIRM").then().statusCode(200);

        await().until(() -> eligibility.arrivals(id).size() == 3);
        assertThat(eligibility.arrivals(id).get(2).body()).contains("\"medicalInfoAllowed\":true");
    }

    @Test
    void aCorrectionEndsTheDoubt() {
        String id = linked();
        Citizen corrected = bornOn("1991-01-15");
        Desk.knowResident(corrected);
        runToItsEnd();
        String hold = openHoldOf(id);

        Desk.correct(id, 1, corrected.enrolment(Days.ago(30))).then().statusCode(200);

        await().untilAsserted(() -> assertThat(Desk.stateOf(id)).isEqualTo("LINKED"));
        Desk.insurer().get("/holds/" + hold).then().body("state", equalTo("CORRECTED"));
        assertThat(eligibility.arrivals(id).get(2).body()).contains("VISIBLE", "1991-01-15");
    }

    @Test
    void aClaimToTheSameNumberThatIsHeldTakesNothingFromWhatIsGivenOut() {
        String id = linked();
        String claim =
                Desk.enrol(strangerWithHerNumber().enrolment(Days.ago(5))).path("id");
        assertThat(Desk.stateOf(claim)).isEqualTo("HELD");

        runToItsEnd();

        assertThat(Desk.stateOf(id)).isEqualTo("LINKED");
        assertThat(holdsOf(id)).isZero();
    }

    @Test
    void aNumberThatIsGivenOutForTwoStrangersIsInDoubtForWhoeverDidNotConfirmIt() {
        String id = linked();
        String claim =
                Desk.enrol(strangerWithHerNumber().enrolment(Days.ago(5))).path("id");
        Desk.decide(openHoldOf(claim), "CONFIRM").then().statusCode(200);
        await().untilAsserted(() -> assertThat(Desk.stateOf(claim)).isEqualTo("LINKED"));

        runToItsEnd();

        assertThat(Desk.stateOf(id)).isEqualTo("SUSPENDED");
        assertThat(holdsOf(id)).isEqualTo(1);
        assertThat(Desk.stateOf(claim)).isEqualTo("LINKED");
    }

    @Test
    void oneAtATimePausedAndCancelledByTheOperatorAlone() {
        linked();
        // As if a crashed replica held the lease: it does not move, and can be looked at.
        rows.run("update recheck set leased_until = null");
        Response started = start();
        String id = started.path("id");
        Response second = start();
        if (second.statusCode() == 202) {
            assertThat(stateOf(id)).isEqualTo("DONE"); // the first was through already
            id = second.path("id");
        } else {
            second.then().statusCode(409).body("code", equalTo("recheck-under-way"));
        }
        Desk.insurer().get("/rechecks/" + id).then().statusCode(403);
        Desk.operator()
                .body(Map.of("state", "DONE"))
                .put("/rechecks/" + id + "/state")
                .then()
                .statusCode(422);
        awaitEnd(id);
        Desk.operator()
                .body(Map.of("state", "PAUSED"))
                .put("/rechecks/" + id + "/state")
                .then()
                .statusCode(409)
                .body("code", equalTo("recheck-over"));
    }

    @Test
    void aPausedCheckGoesOnWhereItWas() {
        linked();
        rows.run("insert into recheck (id, state, expected, started_by, started_at, checked) values ('"
                + UUID.randomUUID() + "', 'PAUSED', 10, 'op-1', now(), 7)");
        String id = rows.column("select id from recheck where state = 'PAUSED'")
                .get(0)
                .toString();
        assertThat(stateOf(id)).isEqualTo("PAUSED");

        Desk.operator()
                .body(Map.of("state", "RUNNING"))
                .put("/rechecks/" + id + "/state")
                .then()
                .statusCode(200);

        awaitEnd(id);
        Desk.operator().get("/rechecks/" + id).then().body("checked", greaterThan(7));
    }

    private String linked() {
        String id = Desk.enrol(hanako.enrolment(Days.ago(30))).path("id");
        await().untilAsserted(() -> assertThat(Desk.stateOf(id)).isEqualTo("LINKED"));
        return id;
    }

    private Citizen bornOn(String birthDate) {
        return new Citizen(
                hanako.individualNumber(), hanako.name(), hanako.nameKana(), birthDate, hanako.sex(), hanako.address());
    }

    private Citizen strangerWithHerNumber() {
        Citizen jiro = Citizen.jiro();
        return new Citizen(
                hanako.individualNumber(), jiro.name(), jiro.nameKana(), jiro.birthDate(), jiro.sex(), jiro.address());
    }

    private Map<String, Object> runToItsEnd() {
        String id = start().then().statusCode(202).extract().path("id");
        awaitEnd(id);
        return Desk.operator().get("/rechecks/" + id).as(new TypeRef<>() {});
    }

    private static Response start() {
        return Desk.operator().header("Idempotency-Key", UUID.randomUUID()).post("/rechecks");
    }

    private static void awaitEnd(String id) {
        await().untilAsserted(() -> assertThat(stateOf(id)).isEqualTo("DONE"));
    }

    private static String stateOf(String recheck) {
        return Desk.operator().get("/rechecks/" + recheck).path("state");
    }

    private String openHoldOf(String enrolment) {
        return rows.column("select id from hold where enrolment_id = ? and state = 'OPEN'", UUID.fromString(enrolment))
                .get(0)
                .toString();
    }

    private long holdsOf(String enrolment) {
        return rows.count("select count(*) from hold where enrolment_id = ?", UUID.fromString(enrolment));
    }
}
