package jp.shikaku.registration;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jp.shikaku.registration.world.Citizen;
import jp.shikaku.registration.world.Days;
import jp.shikaku.registration.world.Desk;
import jp.shikaku.registration.world.EligibilityStandIn;
import jp.shikaku.registration.world.Insurer;
import jp.shikaku.registration.world.RegistrationTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

/** What happens to people: nobody is held for it, and what a mistake would look like is. */
@RegistrationTest
class LifeOfCoverageTest {

    EligibilityStandIn eligibility;
    Insurer insurer;
    Citizen hanako;

    @BeforeEach
    void hanakoIsAResident() {
        insurer = Insurer.newcomer();
        hanako = Citizen.hanako();
        Desk.knowResident(hanako);
    }

    @AfterEach
    void forget() {
        eligibility.reset();
    }

    /** Everything of a card that an insurer owns is kept as it was sent, and reaches eligibility. */
    @Test
    void theWholeRecordIsKeptAndLinked() {
        Map<String, Object> whole = hanako.enrolment(Days.ago(30));
        whole.putAll(Map.of(
                "recordKey", "2026-000042",
                "cardClass", "03",
                "cardIssuedOn", Days.ago(20),
                "cardValidFrom", Days.ago(30),
                "cardExpiresOn", Days.ahead(300),
                "nameOther", "山本 花",
                "nameOtherKana", "ヤマモト ハナ",
                "sexOnCard", "3",
                "postalCode", "100-8916",
                "burdenShare", "030"));
        whole.put("lost", Days.ahead(300));
        whole.put("lossReason", "99");

        ValidatableResponse answer = insurer.enrol(whole).then().statusCode(201).body("state", equalTo("CLEARED"));

        Map<String, Object> told = new LinkedHashMap<>(whole);
        told.remove("individualNumber");
        told.put("postalCode", "1008916");
        told.forEach((field, value) -> answer.body(field, equalTo(value)));
        String id = answer.extract().path("id");
        await().until(() -> eligibility.arrivals(id).size() == 1);
        String linked = eligibility.arrivals(id).get(0).body();
        told.remove("recordKey");
        told.values().forEach(value -> assertThat(linked).contains("\"" + value + "\""));
    }

    @Test
    void aRecordOfTheFutureIsLinkedAheadWithItsDate() {
        String id = enrolled(insurer, hanako.enrolment(Days.ahead(30)));

        await().until(() -> eligibility.arrivals(id).size() == 1);
        assertThat(eligibility.arrivals(id).get(0).body()).contains("\"acquired\":\"" + Days.ahead(30) + "\"");
        insurer.enrol(Citizen.hanako().enrolment(Days.ahead(61)))
                .then()
                .body("findings.code", hasItem("acquisition-far-ahead"))
                .body("state", equalTo("HELD"));
    }

    @Test
    void aChangeOfInsurerOnOneDayIsNoDoubt() {
        Map<String, Object> before = hanako.enrolment(Days.ago(400));
        before.put("lost", Days.ago(3));
        before.put("lossReason", "03");
        enrolled(insurer, before);

        Insurer next = Insurer.newcomer();
        next.enrol(hanako.enrolment(Days.ago(3)))
                .then()
                .body("state", equalTo("CLEARED"))
                .body("findings", empty());
        Insurer.newcomer()
                .enrol(hanako.enrolment(Days.ago(4)))
                .then()
                .body("findings.code", contains("overlap-with-other-insurer"));
    }

    @Test
    void whoComesBackAfterALossIsEnrolledAnew() {
        Map<String, Object> before = hanako.enrolment(Days.ago(400));
        before.put("lost", Days.ago(100));
        String first = enrolled(insurer, before);

        String second = enrolled(insurer, hanako.enrolment(Days.ago(5)));

        assertThat(second).isNotEqualTo(first);
        insurer.enrol(hanako.enrolment(Days.ago(4)))
                .then()
                .body("state", equalTo("HELD"))
                .body("findings.code", contains("enrolled-twice"));
    }

    @Test
    void aNewbornIsADependantFromTheDayOfBirthAndNobodysEmployee() {
        Citizen child = bornOn(Days.ago(6));
        Map<String, Object> dependant = child.enrolment(Days.ago(6));
        dependant.put("relation", "2");
        insurer.enrol(dependant).then().body("state", equalTo("CLEARED")).body("findings", empty());

        Insurer.newcomer()
                .enrol(child.enrolment(Days.ago(6)))
                .then()
                .body("state", equalTo("HELD"))
                .body("findings.code", hasItem("insured-person-since-birth"));
    }

    @Test
    void whoTurnsSeventyFiveGoesOverToTheInsuranceOfTheElderlyOnTheBirthday() {
        LocalDate birthday = Days.date(-10).withDayOfMonth(1); // of which every year has one
        Citizen taro = bornOn(birthday.minusYears(75).toString());
        Map<String, Object> until = taro.enrolment(Days.ago(200));
        until.put("lost", birthday.toString());
        until.put("lossReason", "99");
        insurer.enrol(until).then().body("state", equalTo("CLEARED")).body("findings", empty());

        Insurer.ofTheElderly()
                .enrol(taro.enrolment(birthday.toString()))
                .then()
                .body("state", equalTo("CLEARED"))
                .body("findings", empty());
        Insurer.newcomer()
                .enrol(taro.enrolment(birthday.toString()))
                .then()
                .body("state", equalTo("HELD"))
                .body("findings.code", hasItem("elderly-insured-elsewhere"));
    }

    private static Citizen bornOn(String birthDate) {
        Citizen hanako = Citizen.hanako();
        Citizen citizen = new Citizen(
                hanako.individualNumber(), hanako.name(), hanako.nameKana(), birthDate, hanako.sex(), hanako.address());
        Desk.knowResident(citizen);
        return citizen;
    }

    private static String enrolled(Insurer insurer, Map<String, Object> record) {
        return insurer.enrol(record)
                .then()
                .statusCode(201)
                .body("state", equalTo("CLEARED"))
                .body("findings", empty())
                .extract()
                .path("id");
    }
}
