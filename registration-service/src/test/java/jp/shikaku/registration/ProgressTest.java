package jp.shikaku.registration;

import java.util.Base64;
import java.util.Map;

import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jp.shikaku.contracts.card.InsuredCard;
import jp.shikaku.contracts.number.IndividualNumber;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.contracts.person.SubjectKey;
import jp.shikaku.kit.testing.ServiceEnvironment;
import jp.shikaku.registration.world.Citizen;
import jp.shikaku.registration.world.Days;
import jp.shikaku.registration.world.Desk;
import jp.shikaku.registration.world.EligibilityStandIn;
import jp.shikaku.registration.world.RegistrationTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** What the hotline hears about a registration, step by step. */
@RegistrationTest
class ProgressTest {

    EligibilityStandIn eligibility;
    Citizen hanako;

    @BeforeEach
    void hanakoIsAResident() {
        hanako = Citizen.hanako();
        Desk.knowParties();
        Desk.knowResident(hanako);
    }

    @AfterEach
    void forget() {
        eligibility.reset();
    }

    @Test
    void theStoryOfAChangeOfJobs() {
        ofPerson().body("stage", equalTo("NOTHING_KNOWN")).body("since", nullValue());

        Map<String, Object> atCompanyA = hanako.enrolment(Days.ago(400));
        atCompanyA.put("lost", Days.ago(6));
        atCompanyA.put("lossReason", "99");
        linked(Desk.enrol(atCompanyA).path("id"));
        ofPerson()
                .body("stage", equalTo("WAITING_FOR_EMPLOYER"))
                .body("since", equalTo(Days.ago(6)))
                .body("dueOn", equalTo(Days.ago(1)))
                .body("overdue", equalTo(true));

        Desk.file(hanako.report(Desk.INSURER, Days.ago(6))).then().statusCode(201);
        ofPerson()
                .body("stage", equalTo("WAITING_FOR_INSURER"))
                .body("since", equalTo(Days.today()))
                .body("dueOn", equalTo(Days.ahead(5)))
                .body("overdue", equalTo(false));

        Map<String, Object> wrong = newCard();
        wrong.put("birthDate", "1991-01-15");
        String id = Desk.enrol(wrong).path("id");
        ofPerson()
                .body("stage", equalTo("BEING_CONFIRMED"))
                .body("since", equalTo(Days.today()))
                .body("dueOn", equalTo(Days.ahead(5)));
        ofNewCard().body("stage", equalTo("BEING_CONFIRMED")).body("dueOn", equalTo(Days.ahead(5)));

        Desk.correct(id, 1, newCard()).then().statusCode(200);
        linked(id);
        ofPerson().body("stage", equalTo("LINKED")).body("since", nullValue()).body("overdue", equalTo(false));
        ofNewCard().body("stage", equalTo("LINKED"));
    }

    @Test
    void whatIsClearedButNotDeliveredIsBeingLinked() {
        eligibility.answer(arrival -> new EligibilityStandIn.Answer(503, "temporarily-unavailable"));

        Desk.enrol(newCard()).then().statusCode(201);

        ofPerson().body("stage", equalTo("BEING_LINKED")).body("since", equalTo(Days.today()));
        ofNewCard().body("stage", equalTo("BEING_LINKED"));
    }

    @Test
    void onlyAReportThatACoverageBeginsIsWaitedFor() {
        Desk.file(hanako.lossReport(Desk.INSURER, Days.ago(6))).then().body("state", equalTo("FILED"));
        Desk.file(hanako.report(Desk.INSURER, Days.ahead(6))).then().body("state", equalTo("PREPARED"));

        ofPerson().body("stage", equalTo("NOTHING_KNOWN"));
    }

    @Test
    void aWithdrawnRecordIsNotKnown() {
        Map<String, Object> wrong = newCard();
        wrong.put("birthDate", "1991-01-15");
        Desk.decide(Desk.enrol(wrong).path("holdId"), "WITHDRAW").then().statusCode(200);

        ofPerson().body("stage", equalTo("NOTHING_KNOWN"));
        ofNewCard().body("stage", equalTo("NOTHING_KNOWN"));
    }

    @Test
    void aRecordThatIsSuspectedToBeAnothersIsBeingConfirmed() {
        String id = Desk.enrol(newCard()).path("id");
        linked(id);
        ofNewCard().body("stage", equalTo("LINKED"));

        String mislink = Desk.reportMislink(
                        Desk.insurer(), Map.of("enrolmentId", id, "observation", "ANOTHER_PERSON_SHOWN"))
                .path("caseId");

        ofNewCard()
                .body("stage", equalTo("BEING_CONFIRMED"))
                .body("since", equalTo(Days.today()))
                .body("dueOn", nullValue());
        ofPerson().body("stage", equalTo("BEING_CONFIRMED"));
        Desk.insurer()
                .body(Map.of("decision", "REINSTATE", "reasonCode", "DOCUMENT_SEEN", "reason", "本人確認書類で確認"))
                .post("/mislinks/" + mislink + "/decision")
                .then()
                .statusCode(200);
        linked(id);
        ofNewCard().body("stage", equalTo("LINKED"));
    }

    @Test
    void exactlyOneKeyIsGiven() {
        Desk.service()
                .get("/progress")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("query:personKey"))
                .body("errors.code", contains("value-required"));
        Desk.service()
                .get("/progress?personKey=" + personKey() + "&subjectKey=" + subjectKey())
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("query:subjectKey"));
        Desk.service()
                .get("/progress?personKey=short")
                .then()
                .statusCode(422)
                .body("errors.code", contains("key-format"));
    }

    private void linked(String id) {
        await().untilAsserted(() -> assertThat(Desk.stateOf(id)).isEqualTo("LINKED"));
    }

    private Map<String, Object> newCard() {
        Map<String, Object> body = hanako.enrolment(Days.ago(6));
        body.put("number", "new" + hanako.individualNumber().substring(5));
        return body;
    }

    private ValidatableResponse ofPerson() {
        return Desk.service().get("/progress?personKey=" + personKey()).then().statusCode(200);
    }

    private ValidatableResponse ofNewCard() {
        return Desk.service().get("/progress?subjectKey=" + subjectKey()).then().statusCode(200);
    }

    private PersonKey personKey() {
        return PersonKey.of(IndividualNumber.of(hanako.individualNumber()), secret("person"));
    }

    /** Computed as eligibility does, from what is printed on the card. */
    private SubjectKey subjectKey() {
        Map<String, Object> card = newCard();
        return SubjectKey.of(
                InsuredCard.of(
                        InsurerNumber.of(Desk.INSURER),
                        "123",
                        card.get("number").toString(),
                        null),
                secret("subject"));
    }

    private static byte[] secret(String name) {
        return Base64.getDecoder().decode(ServiceEnvironment.secret(name));
    }
}
