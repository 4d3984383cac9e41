package jp.shikaku.registration;

import java.net.URI;

import io.quarkus.test.common.http.TestHTTPResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jp.shikaku.local.postgres.LocalPostgres;
import jp.shikaku.registration.world.Days;
import jp.shikaku.registration.world.Desk;
import jp.shikaku.registration.world.EligibilityStandIn;
import jp.shikaku.registration.world.InsuredTwice;
import jp.shikaku.registration.world.OverlapDesk;
import jp.shikaku.registration.world.RegistrationTest;
import jp.shikaku.registration.world.Rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** 資格重複: two consecutive lists let an insurer close a coverage ex officio, and nothing less. */
@RegistrationTest
class OverlapTest {

    @TestHTTPResource(value = "/", management = true)
    URI adminPort;

    LocalPostgres postgres;
    EligibilityStandIn eligibility;
    Rows rows;
    OverlapDesk overlaps;
    InsuredTwice twice;

    @BeforeEach
    void hanakoIsInsuredTwice() {
        eligibility.reset();
        rows = new Rows(postgres);
        overlaps = new OverlapDesk(adminPort, rows);
        overlaps.forgetLists();
        Desk.knowParties();
        twice = InsuredTwice.hanakoSince30And10Days();
    }

    @AfterEach
    void backToToday() {
        overlaps.forgetLists();
    }

    @Test
    void oneListClosesNothing() {
        overlaps.listOn(0);

        String overlap = twice.only()
                .body("items[0].state", equalTo("OPEN"))
                .body("items[0].enrolmentId", equalTo(twice.coverage()))
                .body("items[0].acquired", equalTo(Days.ago(30)))
                .body("items[0].otherInsurerNumber", equalTo(twice.employees().number()))
                .body("items[0].otherAcquired", equalTo(Days.ago(10)))
                .body("items[0].listedOn", equalTo(Days.today()))
                .body("items[0].consecutiveLists", equalTo(1))
                .body("items[0].mayBeClosed", equalTo(false))
                .body("items[0].closesOn", nullValue())
                .body("items[0].obstacles.code", contains("in-one-list-only"))
                .extract()
                .path("items[0].id");
        twice.close(overlap).statusCode(409).body("code", equalTo("overlap-not-closable"));

        assertThat(twice.version()).isEqualTo(1);
    }

    @Test
    void twoConsecutiveListsLetTheCityCloseFromTheDayAfterTheOtherBegan() {
        overlaps.listOn(0);
        overlaps.listOn(10);
        String overlap = twice.only()
                .body("items[0].consecutiveLists", equalTo(2))
                .body("items[0].mayBeClosed", equalTo(true))
                .body("items[0].closesOn", equalTo(Days.ago(9)))
                .body("items[0].obstacles", empty())
                .extract()
                .path("items[0].id");
        assertThat(twice.version()).as("nothing closes by itself").isEqualTo(1);

        twice.close(overlap)
                .statusCode(200)
                .body("state", equalTo("CLOSED"))
                .body("closedVersion", equalTo(2))
                .body("closedBy", equalTo("insurer:" + twice.city().number()))
                .body("closedAt", notNullValue());

        twice.city()
                .desk()
                .get("/enrolments/" + twice.coverage())
                .then()
                .body("version", equalTo(2))
                .body("lost", equalTo(Days.ago(9)))
                .body("lossReason", equalTo("03"))
                .body("address", equalTo(twice.hanako().address()));
        await().until(() -> eligibility.arrivals(twice.coverage()).size() == 2);
        assertThat(eligibility.arrivals(twice.coverage()).get(1).body()).contains("\"lost\":\"" + Days.ago(9) + '"');
        twice.close(overlap).statusCode(200).body("closedVersion", equalTo(2));
        assertThat(twice.version()).isEqualTo(2);
        twice.employees().desk().get("/enrolments/" + twice.other()).then().body("version", equalTo(1));
    }

    @Test
    void theHistorySaysWhyItWasClosed() {
        overlaps.listOn(0);
        overlaps.listOn(10);
        String overlap = twice.onlyId();
        twice.close(overlap).statusCode(200);

        twice.city()
                .desk()
                .get("/enrolments/" + twice.coverage() + "/history")
                .then()
                .body("items.version", contains(1, 2))
                .body("items[0].exOfficioClosure", nullValue())
                .body("items[1].changed", contains("/lossReason", "/lost"))
                .body("items[1].exOfficioClosure.overlapId", equalTo(overlap))
                .body("items[1].exOfficioClosure.list", equalTo(2))
                .body("items[1].exOfficioClosure.consecutiveLists", equalTo(2))
                .body("items[1].exOfficioClosure.reason.ja", notNullValue());
    }

    @Test
    void aListThatDoesNotTellOfItBeginsTheCountAnew() {
        overlaps.listOn(0);
        suspend(twice.other());
        overlaps.listOn(10);
        display(twice.other());
        twice.only()
                .body("items[0].state", equalTo("OVER"))
                .body("items[0].obstacles.code", hasItem("not-in-latest-list"));

        overlaps.listOn(20);

        String overlap = twice.only()
                .body("items[0].state", equalTo("OPEN"))
                .body("items[0].consecutiveLists", equalTo(1))
                .extract()
                .path("items[0].id");
        twice.close(overlap).statusCode(409);
        overlaps.listOn(30);
        twice.close(overlap).statusCode(200);
    }

    /** Each twice.coverage() is told of to its own insurer; only the one of National Health Insurance is closed so. */
    @Test
    void theEmployeeInsuranceIsNeverClosed() {
        overlaps.listOn(0);
        overlaps.listOn(10);

        String overlap = twice.employees()
                .desk()
                .get("/overlaps")
                .then()
                .body("items.enrolmentId", contains(twice.other()))
                .body("items[0].mayBeClosed", equalTo(false))
                .body(
                        "items[0].obstacles.code",
                        contains(
                                "not-national-health-insurance",
                                "other-is-no-employee-insurance",
                                "other-began-earlier"))
                .extract()
                .path("items[0].id");

        twice.employees().desk().put("/overlaps/" + overlap + "/closure").then().statusCode(409);
    }

    private void suspend(String enrolment) {
        rows.run("update enrolment_version set state = 'SUSPENDED' where enrolment_id = '%s'".formatted(enrolment));
    }

    private void display(String enrolment) {
        rows.run("update enrolment_version set state = 'LINKED' where enrolment_id = '%s'".formatted(enrolment));
    }
}
