package jp.shikaku.registration;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jp.shikaku.registration.world.Citizen;
import jp.shikaku.registration.world.Days;
import jp.shikaku.registration.world.Desk;
import jp.shikaku.registration.world.Insurer;
import jp.shikaku.registration.world.Mislinks;
import jp.shikaku.registration.world.RegistrationTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** What an insurer is told of the past of its records. */
@RegistrationTest
class HistoryTest {

    Insurer insurer;
    Citizen hanako;
    String hold;
    String enrolment;

    /** Entered in doubt by one clerk, corrected by another into a second doubt, which a third confirms. */
    @BeforeEach
    void aRecordWithAPast() {
        insurer = Insurer.newcomer();
        hanako = Citizen.hanako();
        hold = insurer.holdOf(insurer.clerk("clerk-1"), hanako);
        enrolment = insurer.desk().get("/holds/" + hold).path("enrolmentId");
        Map<String, Object> corrected = hanako.enrolment(Days.ago(10));
        corrected.put("address", "大阪府大阪市北区中之島1丁目1番1号");
        String second = insurer.clerk("clerk-2")
                .header("If-Match", "\"1\"")
                .body(corrected)
                .put("/enrolments/" + enrolment)
                .path("holdId");
        insurer.decide(insurer.clerk("clerk-3"), second, "CONFIRM").then().statusCode(200);
        await().until(() -> insurer.desk()
                .get("/enrolments/" + enrolment)
                .<String>path("state")
                .equals("LINKED"));
    }

    @Test
    void everyVersionSaysWhoDidWhatAndWhy() {
        insurer.desk()
                .get("/enrolments/" + enrolment + "/history")
                .then()
                .statusCode(200)
                .body("items.version", contains(1, 2))
                .body("items.state", contains("SUPERSEDED", "LINKED"))
                .body("items.enteredBy", contains(clerk("clerk-1"), clerk("clerk-2")))
                .body("items[0].changed", empty())
                .body("items[1].changed", contains("/address", "/name"))
                .body("items[0].linkedAt", nullValue())
                .body("items[1].clearedAt", notNullValue())
                .body("items[1].linkedAt", notNullValue())
                .body("items[0].holds.state", contains("CORRECTED"))
                .body("items[0].holds.decidedBy", contains(clerk("clerk-2")))
                .body("items[0].findings.code", contains("name-differs"))
                .body("items[1].holds.state", contains("CONFIRMED"))
                .body("items[1].holds.decidedBy", contains(clerk("clerk-3")))
                .body("items[1].holds.reason", contains("住民票の写しで確認"))
                .body("items[1].holds[0].decidedAt", notNullValue());
    }

    @Test
    void theNumberIsNamedAsChangedAndNeverTold() {
        Map<String, Object> otherPerson = hanako.enrolment(Days.ago(10));
        String number = Citizen.nextNumber();
        otherPerson.put("individualNumber", number);
        insurer.desk()
                .header("If-Match", "\"2\"")
                .body(otherPerson)
                .put("/enrolments/" + enrolment)
                .then()
                .statusCode(200);

        String history = insurer.desk()
                .get("/enrolments/" + enrolment + "/history?after=2")
                .then()
                .body("items.version", contains(3))
                .body("items[0].changed", contains("/address", "/individualNumber"))
                .extract()
                .asString();

        assertThat(history).doesNotContain(number);
    }

    @Test
    void aSuspectedWrongLinkIsToldWithHowItEnded() {
        String first = suspected();
        history()
                .body("items.state", contains("SUPERSEDED", "SUSPENDED"))
                .body("items[0].mislinks", empty())
                .body("items[1].mislinks.id", contains(first))
                .body("items[1].mislinks.state", contains("OPEN"))
                .body("items[1].mislinks[0].openedAt", notNullValue())
                .body("items[1].mislinks[0].decidedAt", nullValue());

        end("clerk-4", first, "REINSTATE");
        await().until(() -> history().extract().path("items[1].state").equals("LINKED"));
        String second = suspected();
        end("clerk-5", second, "WITHDRAW");

        history()
                .body("items[1].state", equalTo("WITHDRAWN"))
                .body("items[1].mislinks.id", contains(first, second))
                .body("items[1].mislinks.state", contains("REINSTATED", "WITHDRAWN"))
                .body("items[1].mislinks.decidedBy", contains(clerk("clerk-4"), clerk("clerk-5")))
                .body("items[1].mislinks.reasonCode", contains("DOCUMENT_SEEN", "DOCUMENT_SEEN"))
                .body("items[1].mislinks.reason", contains("本人確認書類で確認", "本人確認書類で確認"))
                .body("items[1].mislinks[0]", not(hasKey("reports")));
    }

    /** What is entered while nothing is shown is not what somebody saw. */
    @Test
    void aCaseIsToldBesideTheVersionThatWasShown() {
        String mislink = suspected();
        insurer.desk()
                .header("If-Match", "\"2\"")
                .body(hanako.enrolment(Days.ago(9)))
                .put("/enrolments/" + enrolment)
                .then()
                .statusCode(200);
        history()
                .body("items.version", contains(1, 2, 3))
                .body("items[1].mislinks.id", contains(mislink))
                .body("items[2].mislinks", empty())
                .body("items[2].clearedAt", nullValue());

        end("clerk-4", mislink, "REINSTATE");

        await().until(() -> history().extract().path("items[2].state").equals("LINKED"));
        history().body("items[2].clearedAt", notNullValue()).body("items[1].mislinks.id", contains(mislink));
    }

    @Test
    void theHistoryOfADoubtBeginsWithItsVersion() {
        String second =
                insurer.desk().get("/enrolments/" + enrolment + "/history").path("items[1].holds[0].id");

        insurer.desk().get("/holds/" + hold + "/history").then().body("items.version", contains(1, 2));
        insurer.desk().get("/holds/" + second + "/history").then().body("items.version", contains(2));
    }

    @Test
    void aLongPastComesInPages() {
        String next = insurer.desk()
                .get("/enrolments/" + enrolment + "/history?limit=1")
                .then()
                .body("items", hasSize(1))
                .extract()
                .path("next");

        insurer.desk()
                .get("/enrolments/" + enrolment + "/history?limit=1&after=" + next)
                .then()
                .body("items.version", contains(2))
                .body("next", nullValue());
        insurer.desk()
                .get("/enrolments/" + enrolment + "/history?after=x&limit=0")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("query:after", "query:limit"));
    }

    @Test
    void nobodyReadsThePastOfForeignRecords() {
        Insurer other = Insurer.newcomer();
        for (String path :
                List.of("/enrolments/" + enrolment, "/enrolments/nonsense", "/enrolments/" + UUID.randomUUID())) {
            other.desk().get(path + "/history").then().statusCode(404).body("code", equalTo("enrolment-not-found"));
        }
        other.desk().get("/holds/" + hold + "/history").then().statusCode(404).body("code", equalTo("hold-not-found"));
        Desk.employer().get("/enrolments/" + enrolment + "/history").then().statusCode(403);
        Desk.employer().get("/holds/" + hold + "/history").then().statusCode(403);
    }

    private String clerk(String name) {
        return "insurer:" + insurer.number() + ":" + name;
    }

    private ValidatableResponse history() {
        return insurer.desk()
                .get("/enrolments/" + enrolment + "/history")
                .then()
                .statusCode(200);
    }

    private String suspected() {
        return Desk.reportMislink(insurer.desk(), Mislinks.ofEnrolment(enrolment))
                .path("caseId");
    }

    private void end(String clerk, String mislink, String decision) {
        Mislinks.decide(insurer.clerk(clerk), mislink, decision).then().statusCode(200);
    }
}
