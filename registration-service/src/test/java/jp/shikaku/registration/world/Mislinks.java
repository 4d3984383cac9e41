package jp.shikaku.registration.world;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import jp.shikaku.registration.world.EligibilityStandIn.Answer;
import jp.shikaku.registration.world.EligibilityStandIn.Arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A record that eligibility shows, and those who suspect that it is another person's. */
public final class Mislinks {

    public static final String CLINIC = "0110113719";

    /** Of the confirmation that showed the record; as people read it out. */
    public static final String NUMBER = "28T5-CY4T-QKFFR";

    private final EligibilityStandIn eligibility;
    private final Rows rows;

    public Mislinks(EligibilityStandIn eligibility, Rows rows) {
        this.eligibility = eligibility;
        this.rows = rows;
    }

    /** Enrols somebody whom the register knows alike, and waits until eligibility has the record; its id. */
    public String linked(Citizen citizen) {
        Desk.knowParties();
        Desk.knowResident(citizen);
        eligibility.reset();
        String enrolment = Desk.enrol(citizen.enrolment(Days.ago(30))).path("id");
        await().untilAsserted(() -> assertThat(Desk.stateOf(enrolment)).isEqualTo("LINKED"));
        return enrolment;
    }

    /** As if there had been nothing. Waits for a delivery that is under way: deleting row by row could cross it. */
    public void forget() {
        eligibility.reset();
        rows.run("truncate linkage_outbox");
    }

    /**
     * What eligibility knows of the confirmation.
     *
     * @param enrolment {@code null} when it showed nobody
     */
    public void shown(String clinic, String enrolment) {
        String record = enrolment == null ? "" : ",\"enrolmentId\":\"" + enrolment + "\"";
        eligibility.answerQuestions(question -> new Answer(
                200,
                """
                {"confirmationNumber":"%s","institutionCode":"%s","askedAt":"2026-04-08T10:00:00+09:00",
                "addedLater":true%s}"""
                        .formatted(NUMBER, clinic, record)));
    }

    /** The clinic that was shown the record reports it; the case. */
    public String suspected(String enrolment) {
        shown(CLINIC, enrolment);
        Map<String, Object> body = ofConfirmation(NUMBER);
        body.put("note", "生年月日が違います");
        return Desk.reportMislink(Desk.institution(CLINIC), body).path("caseId");
    }

    public static Response decide(RequestSpecification insurer, String mislink, String decision) {
        return insurer.body(decision(decision)).post("/mislinks/" + mislink + "/decision");
    }

    public static Map<String, Object> decision(String decision) {
        return Map.of("decision", decision, "reasonCode", "DOCUMENT_SEEN", "reason", "本人確認書類で確認");
    }

    /** What eligibility was told of a record, in that order. */
    public List<String> states(String enrolment) {
        return eligibility.arrivals(enrolment).stream().map(Arrival::state).toList();
    }

    public static Map<String, Object> ofEnrolment(String id) {
        return body("enrolmentId", id);
    }

    public static Map<String, Object> ofConfirmation(String number) {
        return body("confirmationNumber", number);
    }

    public static Map<String, Object> ofReport(String id) {
        return body("reportId", id);
    }

    /** A report that does not say what it is about. */
    public static Map<String, Object> ofNothing() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("observation", "ANOTHER_PERSON_SHOWN");
        return body;
    }

    private static Map<String, Object> body(String field, String value) {
        Map<String, Object> body = ofNothing();
        body.put(field, value);
        return body;
    }
}
