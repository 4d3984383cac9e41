package jp.shikaku.registration;

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jp.shikaku.registration.world.Citizen;
import jp.shikaku.registration.world.Days;
import jp.shikaku.registration.world.Desk;
import jp.shikaku.registration.world.RegistrationTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** 資格喪失届 and 被扶養者異動届. */
@RegistrationTest
class LossReportTest {

    Citizen hanako;

    @BeforeEach
    void hanakoIsAResident() {
        hanako = Citizen.hanako();
        Desk.knowParties();
        Desk.knowResident(hanako);
    }

    @Test
    void aLossHasTheSameTwoClocks() {
        Desk.file(hanako.lossReport(Desk.INSURER, Days.ago(3)))
                .then()
                .statusCode(201)
                .body("kind", equalTo("LOSS"))
                .body("state", equalTo("FILED"))
                .body("lost", equalTo(Days.ago(3)))
                .body("acquired", nullValue())
                .body("employerDueOn", equalTo(Days.ahead(2)))
                .body("insurerDueOn", equalTo(Days.ahead(5)));
    }

    @Test
    void itIsRegisteredWhenTheInsurersRecordGetsALoss() {
        String loss = Desk.file(hanako.lossReport(Desk.INSURER, Days.ago(3))).path("id");
        String withOther =
                Desk.file(hanako.lossReport(Desk.OTHER_INSURER, Days.ago(3))).path("id");
        Map<String, Object> record = hanako.enrolment(Days.ago(400));
        String enrolment = Desk.enrol(record).path("id");
        assertThat(Desk.reportState(loss)).as("a beginning is no loss").isEqualTo("FILED");

        record.put("lost", Days.ago(3));
        record.put("lossReason", "99");
        Desk.correct(enrolment, 1, record).then().statusCode(200);

        assertThat(Desk.reportState(loss)).isEqualTo("REGISTERED");
        assertThat(Desk.reportState(withOther)).isEqualTo("FILED");
    }

    @Test
    void aBeginningIsNotRegisteredByALoss() {
        Map<String, Object> record = hanako.enrolment(Days.ago(400));
        String enrolment = Desk.enrol(record).path("id");
        String again = Desk.file(hanako.report(Desk.INSURER, Days.ago(2))).path("id");

        record.put("lost", Days.ago(3));
        Desk.correct(enrolment, 1, record).then().statusCode(200);

        assertThat(Desk.reportState(again)).isEqualTo("FILED");
    }

    @Test
    void aLossThatTheInsurerKnowsAlreadyIsRegisteredAtOnce() {
        Map<String, Object> record = hanako.enrolment(Days.ago(400));
        record.put("lost", Days.ago(3));
        Desk.enrol(record).then().statusCode(201);

        Desk.file(hanako.lossReport(Desk.INSURER, Days.ago(2))).then().body("state", equalTo("FILED"));
        Desk.file(hanako.lossReport(Desk.INSURER, Days.ago(3))).then().body("state", equalTo("REGISTERED"));
    }

    @Test
    void aDependantIsReportedAndRegisteredByHerOwnRecord() {
        Citizen child = Citizen.hanako();
        Desk.knowResident(child);
        String id = Desk.file(child.dependantReport(hanako, Desk.INSURER, Days.ago(1)))
                .then()
                .body("kind", equalTo("DEPENDANT_CHANGE"))
                .body("state", equalTo("FILED"))
                .extract()
                .path("id");

        Desk.enrol(hanako.enrolment(Days.ago(1))).then().statusCode(201);
        assertThat(Desk.reportState(id))
                .as("the insured person is not the dependant")
                .isEqualTo("FILED");
        Map<String, Object> record = child.enrolment(Days.ago(1));
        record.put("relation", "2");
        Desk.enrol(record).then().statusCode(201);

        assertThat(Desk.reportState(id)).isEqualTo("REGISTERED");
    }

    @Test
    void aDependantWhoIsOneNoMoreIsReportedByTheLoss() {
        Citizen child = Citizen.hanako();
        Map<String, Object> body = child.dependantReport(hanako, Desk.INSURER, Days.ago(1));
        body.put("lost", body.remove("acquired"));
        body.put("lossReason", "03");

        Desk.file(body).then().statusCode(201).body("state", equalTo("FILED")).body("lost", equalTo(Days.ago(1)));
    }
}
