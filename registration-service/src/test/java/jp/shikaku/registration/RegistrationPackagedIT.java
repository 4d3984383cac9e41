package jp.shikaku.registration;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.restassured.response.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jp.shikaku.contracts.deadline.DeadlineRuleInForce;
import jp.shikaku.contracts.enrolment.Enrolment;
import jp.shikaku.contracts.hold.Hold;
import jp.shikaku.contracts.importing.EnrolmentImport;
import jp.shikaku.contracts.report.Report;
import jp.shikaku.kit.testing.PackagedSuite;
import jp.shikaku.kit.testing.contract.ProviderStates;
import jp.shikaku.local.identity.Role;
import jp.shikaku.registration.contract.RegistrationStates;
import jp.shikaku.registration.world.Citizen;
import jp.shikaku.registration.world.Days;
import jp.shikaku.registration.world.Desk;
import jp.shikaku.registration.world.EligibilityStandIn;
import jp.shikaku.registration.world.ImportDesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

/** The check, the vault, the outbox, files in two encodings, findings in a JSON column, pages: as it is shipped. */
class RegistrationPackagedIT extends PackagedSuite {

    private static final String WINDOWS_31J = "windows-31j";

    private final EligibilityStandIn eligibility = new EligibilityStandIn();

    @Override
    public String provider() {
        return "registration-service";
    }

    @Override
    public ProviderStates states() {
        return new RegistrationStates();
    }

    @Override
    protected Map<String, String> settings() {
        return eligibility.start();
    }

    @AfterAll
    void closeEligibility() {
        eligibility.stop();
    }

    @BeforeEach
    void knowParties() {
        Desk.knowParties();
    }

    @Override
    protected List<String> openPages() {
        return List.of("", "/sign-in");
    }

    @Test
    void whatIsEnrolledIsCheckedAndLinked() throws Exception {
        Citizen hanako = Citizen.hanako();
        Desk.knowResident(hanako);

        Response answer = enrol(UUID.randomUUID().toString(), hanako.enrolment(Days.ago(3)));
        assertThat(answer.statusCode()).isEqualTo(201);
        Enrolment enrolled = sameBytesOnEveryForm(answer, Enrolment.class);

        await().until(() -> !eligibility.arrivals(enrolled.id().toString()).isEmpty());
        assertThat(eligibility.arrivals(enrolled.id().toString()).get(0).body())
                .contains("\"personKey\"")
                .doesNotContain(hanako.individualNumber());
    }

    /** Findings are kept as JSON, by records of ours. */
    @Test
    void whatDiffersIsHeldWithItsReason() throws Exception {
        Citizen hanako = Citizen.hanako();
        Desk.knowResident(hanako);
        Map<String, Object> mistyped = hanako.enrolment(Days.ago(3));
        mistyped.put("birthDate", "1991-01-15");

        Response answer = enrol(UUID.randomUUID().toString(), mistyped);
        Enrolment held = sameBytesOnEveryForm(answer, Enrolment.class);
        assertThat(answer.<String>path("state")).isEqualTo("HELD");

        String hold = Desk.insurer().get("/holds").path("items.find { it.enrolmentId == '" + held.id() + "' }.id");
        assertThat(sameBytesOnEveryForm(Desk.insurer().get("/holds/" + hold), Hold.class)
                        .findings())
                .isNotEmpty();
        pagesAreThereFor(
                Role.INSURER,
                Desk.INSURER,
                "/holds",
                "/holds?minAgeDays=31",
                "/holds/" + hold,
                "/enrolments/" + held.id(),
                "/deadlines",
                "/imports");
    }

    /** A fingerprint is made of JSON: of a record that could not be looked into it would always be the same one. */
    @Test
    void sameKeyWithAnotherRecordIsRefused() {
        String key = UUID.randomUUID().toString();
        Citizen hanako = Citizen.hanako();
        Desk.knowResident(hanako);
        enrol(key, hanako.enrolment(Days.ago(3))).then().statusCode(201);
        enrol(key, hanako.enrolment(Days.ago(2)))
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void filesAreTakenInAsTheyAreWritten() throws Exception {
        Citizen known = Citizen.hanako();
        Desk.knowResident(known);
        byte[] file = ImportDesk.csv(
                Charset.forName(WINDOWS_31J),
                ImportDesk.key(1),
                known,
                ImportDesk.key(2),
                new Citizen("123456789012", "見本", "ミホン", "1990-01-15", "2", "東京都"));

        Response ended = ImportDesk.takenIn("text/csv; charset=" + WINDOWS_31J, file);
        EnrolmentImport run = sameBytesOnEveryForm(ended, EnrolmentImport.class);
        assertThat(ended.<String>path("state")).isEqualTo("COMPLETED");
        pagesAreThereFor(Role.INSURER, Desk.INSURER, "/imports/" + run.id());
        Response template = ImportDesk.caller(Desk.INSURER)
                .queryParam("charset", WINDOWS_31J)
                .get("/enrolment-imports/template");
        assertThat(new String(template.asByteArray(), Charset.forName(WINDOWS_31J)))
                .contains("個人番号");
    }

    @Test
    void reportsAndTheirDeadlinesAreWrittenAsOnEveryForm() throws Exception {
        Response filed = Desk.employer()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Citizen.jiro().report(Desk.INSURER, Days.ago(2)))
                .post("/reports");
        assertThat(filed.statusCode()).isEqualTo(201);
        Report report = sameBytesOnEveryForm(filed, Report.class);
        sameBytesOnEveryForm(Desk.employer().get("/deadlines/rule"), DeadlineRuleInForce.class);
        pagesAreThereFor(Role.EMPLOYER, Desk.EMPLOYER, "/reports", "/reports/" + report.id(), "/deadlines");
    }

    private static Response enrol(String key, Map<String, Object> record) {
        return Desk.insurer().header("Idempotency-Key", key).body(record).post("/enrolments");
    }
}
