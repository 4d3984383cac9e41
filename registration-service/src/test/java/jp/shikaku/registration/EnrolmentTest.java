package jp.shikaku.registration;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
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
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@RegistrationTest
class EnrolmentTest {

    private static final String ACQUIRED = Days.ago(30);
    private static final String LOST = Days.ago(5);

    LocalPostgres postgres;
    EligibilityStandIn eligibility;
    Rows rows;
    Citizen hanako;

    @BeforeEach
    void hanakoIsAResident() {
        rows = new Rows(postgres);
        hanako = Citizen.hanako();
        Desk.knowParties();
        Desk.knowResident(hanako);
    }

    @AfterEach
    void forget() {
        eligibility.reset();
    }

    @Test
    void aRecordBeyondDoubtIsLinkedWithinASecond() {
        Response enrolled = Desk.enrol(hanako.enrolment(ACQUIRED));

        String id = enrolled.then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Location", notNullValue())
                .body("version", equalTo(1))
                .body("findings", empty())
                .body("holdId", nullValue())
                .body("individualNumber", nullValue())
                .extract()
                .path("id");
        await().atMost(Duration.ofSeconds(1))
                .until(() -> eligibility.arrivals(id).size() == 1);
        EligibilityStandIn.Arrival arrival = eligibility.arrivals(id).get(0);
        assertThat(arrival.version()).isEqualTo(1);
        assertThat(arrival.authorization()).startsWith("Bearer ");
        assertThat(arrival.body())
                .contains("\"state\":\"VISIBLE\"", "\"symbol\":\"１２３\"", "\"medicalInfoAllowed\":true")
                .contains("\"acquired\":\"%s\"".formatted(ACQUIRED))
                .doesNotContain(hanako.individualNumber(), "lost");
        awaitState(id, "LINKED");
        assertThat(rows.count("select count(*) from linkage_outbox where enrolment_id = ?", UUID.fromString(id)))
                .isZero();
    }

    @Test
    void heldRecordIsInvisibleUntilInsurerCorrects() {
        String id = enrolledWithWrongBirthDate();

        assertThat(rows.count("select count(*) from linkage_outbox where enrolment_id = ?", UUID.fromString(id)))
                .isZero();
        Desk.correct(id, 1, hanako.enrolment(ACQUIRED))
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("version", equalTo(2));
        awaitState(id, "LINKED");
        assertThat(eligibility.arrivals(id)).singleElement().satisfies(arrival -> {
            assertThat(arrival.version()).isEqualTo(1);
            assertThat(arrival.body()).contains("1990-01-15").doesNotContain("1991-01-15");
        });
        Desk.insurer()
                .get("/holds?state=CORRECTED&limit=100")
                .then()
                .statusCode(200)
                .body("items.enrolmentId", hasItem(id));
    }

    @Test
    void aDoubtSaysWhichFieldDiffersAndNotWhatTheRegisterHolds() {
        Map<String, Object> body = hanako.enrolment(ACQUIRED);
        body.put("birthDate", "1991-01-15");
        body.put("address", "大阪府大阪市北区梅田3-1-3");

        Response enrolled = Desk.enrol(body);

        enrolled.then()
                .statusCode(201)
                .body("state", equalTo("HELD"))
                .body("findings.code", contains("address-differs", "birth-date-differs"))
                .body("findings[1].fields", contains("/birthDate"))
                .body("findings[1].severity", equalTo("HOLDS"))
                .body("findings[1].message.ja", notNullValue())
                .body("findings[1].remedy.en", notNullValue());
        assertThat(enrolled.asString()).doesNotContain("1990-01-15", "霞が関");
    }

    @Test
    void anotherWayOfWritingIsNoDoubt() {
        Map<String, Object> body = hanako.enrolment(ACQUIRED);
        body.put("name", "高橋花子");
        body.put("nameKana", "ﾀｶﾊｼ ﾊﾅｺ");
        body.put("address", "東京都千代田区霞ヶ関１－２－３ 霞ビル５階");

        Desk.enrol(body).then().statusCode(201).body("findings", empty()).body("name", equalTo("高橋花子"));
    }

    @Test
    void aNumberOfNobodyIsHeld() {
        Desk.enrol(Citizen.hanako().enrolment(ACQUIRED))
                .then()
                .statusCode(201)
                .body("state", equalTo("HELD"))
                .body("findings.code", contains("resident-unknown"));
    }

    @Test
    void whileACorrectionIsHeldTheVersionBeforeStaysLinked() {
        String id = linked(hanako.enrolment(ACQUIRED));
        Map<String, Object> moved = hanako.enrolment(ACQUIRED);
        moved.put("address", "大阪府大阪市北区梅田3-1-3");

        Desk.correct(id, 1, moved).then().statusCode(200).body("state", equalTo("HELD"));

        assertThat(states(id)).containsExactly("LINKED", "HELD");
        Desk.correct(id, 2, hanako.enrolment(ACQUIRED)).then().statusCode(200);
        await().untilAsserted(() -> assertThat(states(id)).containsExactly("SUPERSEDED", "SUPERSEDED", "LINKED"));
        assertThat(eligibility.arrivals(id))
                .extracting(EligibilityStandIn.Arrival::version)
                .containsExactly(1, 2);
    }

    @Test
    void aLossIsLinkedAlsoWhenThePersonHasMoved() {
        String id = linked(hanako.enrolment(ACQUIRED));
        Desk.knowResident(
                new Citizen(hanako.individualNumber(), "佐藤 花子", "サトウ ハナコ", "1990-01-15", "2", "大阪府大阪市北区梅田3-1-3"));
        Map<String, Object> lost = hanako.enrolment(ACQUIRED);
        lost.put("lost", LOST);
        lost.put("lossReason", "99");

        Desk.correct(id, 1, lost).then().statusCode(200).body("findings", empty());

        awaitState(id, "LINKED");
        assertThat(eligibility.arrivals(id).get(1).body())
                .contains("\"lost\":\"%s\"".formatted(LOST), "\"lossReason\":\"99\"");
    }

    @Test
    void whatIsMoreThanALossIsComparedAgain() {
        String id = linked(hanako.enrolment(ACQUIRED));
        Map<String, Object> lostAndRenamed = hanako.enrolment(ACQUIRED);
        lostAndRenamed.put("lost", LOST);
        lostAndRenamed.put("name", "佐藤 花子");

        Desk.correct(id, 1, lostAndRenamed)
                .then()
                .statusCode(200)
                .body("state", equalTo("HELD"))
                .body("findings.code", contains("name-differs"));
    }

    @Test
    void anotherInsurerSeesAndChangesNothing() {
        String id = enrolledWithWrongBirthDate();

        Desk.otherInsurer()
                .get("/enrolments/" + id)
                .then()
                .statusCode(404)
                .body("code", equalTo("enrolment-not-found"));
        Desk.otherInsurer()
                .header("If-Match", "\"1\"")
                .body(hanako.enrolment(ACQUIRED))
                .put("/enrolments/" + id)
                .then()
                .statusCode(404)
                .body("code", equalTo("enrolment-not-found"));
        assertThat(Desk.otherInsurer().get("/enrolments?limit=100").asString()).doesNotContain(id);
        assertThat(Desk.stateOf(id)).isEqualTo("HELD");
    }

    @Test
    void whatIsNoIdNamesNoEnrolment() {
        Desk.insurer().get("/enrolments/not-an-id").then().statusCode(404).body("code", equalTo("enrolment-not-found"));
    }

    @Test
    void theListIsPagedOldestFirst() {
        String first = Desk.enrol(hanako.enrolment(ACQUIRED)).path("id");
        String second = Desk.enrol(hanako.enrolment(Days.ago(20))).path("id");
        String third = Desk.enrol(hanako.enrolment(Days.ago(10))).path("id");

        Response page = Desk.insurer().get("/enrolments?limit=1&after=" + first);

        page.then().statusCode(200).body("items.id", contains(second)).body("next", equalTo(second));
        Desk.insurer()
                .get("/enrolments?limit=1&after=" + second)
                .then()
                .body("items.id", contains(third))
                .body("next", nullValue());
    }

    @Test
    void anEditorNamesTheVersionItHasRead() {
        String id = enrolledWithWrongBirthDate();

        Desk.insurer()
                .body(hanako.enrolment(ACQUIRED))
                .put("/enrolments/" + id)
                .then()
                .statusCode(428)
                .body("code", equalTo("if-match-required"));
        Desk.correct(id, 7, hanako.enrolment(ACQUIRED)).then().statusCode(412).body("code", equalTo("version-changed"));
        assertThat(states(id)).containsExactly("HELD");
    }

    private String enrolledWithWrongBirthDate() {
        Map<String, Object> body = hanako.enrolment(ACQUIRED);
        body.put("birthDate", "1991-01-15");
        return Desk.enrol(body)
                .then()
                .statusCode(201)
                .body("state", equalTo("HELD"))
                .body("findings.code", contains("birth-date-differs"))
                .body("holdId", notNullValue())
                .extract()
                .path("id");
    }

    private String linked(Map<String, Object> body) {
        String id = Desk.enrol(body).then().statusCode(201).extract().path("id");
        awaitState(id, "LINKED");
        return id;
    }

    private void awaitState(String id, String state) {
        await().untilAsserted(() -> assertThat(Desk.stateOf(id)).isEqualTo(state));
    }

    private List<Object> states(String id) {
        return rows.column(
                "select state from enrolment_version where enrolment_id = ? order by version", UUID.fromString(id));
    }
}
