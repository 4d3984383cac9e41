package jp.shikaku.eligibility.confirmation;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import jp.shikaku.eligibility.testing.Body;
import jp.shikaku.eligibility.testing.Card;
import jp.shikaku.eligibility.testing.Clinic;
import jp.shikaku.eligibility.testing.Coverages;
import jp.shikaku.eligibility.testing.Ledger;
import jp.shikaku.eligibility.testing.Marks;
import jp.shikaku.eligibility.testing.NothingPersonalLogged;
import jp.shikaku.kit.testing.ServiceEnvironment;
import jp.shikaku.kit.testing.Tokens;
import jp.shikaku.local.identity.Role;
import jp.shikaku.local.postgres.LocalPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

/** Registration finds the record behind an answer that showed somebody else. */
@QuarkusTest
@WithTestResource(value = ServiceEnvironment.class, scope = TestResourceScope.GLOBAL)
@ExtendWith(NothingPersonalLogged.class)
class ShownEnrolmentTest {

    LocalPostgres postgres;

    private final Clinic clinic = Clinic.hana();
    private final Card card = Card.fresh();
    private final Body content = Coverages.whole(card, Coverages.newPerson());

    @Test
    void recordBehindAnAnswerIsNamedAndNothingElseOfIt() {
        UUID enrolment = Coverages.link(content);
        String number = clinic.numberFor(card);

        Response answer = behind(number);

        answer.then()
                .statusCode(200)
                .body("confirmationNumber", equalTo(number))
                .body("institutionCode", equalTo(clinic.code()))
                .body("enrolmentId", equalTo(enrolment.toString()))
                .body("size()", equalTo(4));
        assertThat(Marks.isPersonal(answer.asString())).isFalse();
    }

    @Test
    void recordIsNamedStillWhenItWasSuspendedMeanwhile() {
        UUID enrolment = Coverages.link(content);
        String number = clinic.numberFor(card);
        Coverages.put(enrolment, 2, content.with("state", "SUSPENDED")).then().statusCode(204);

        behind(number).then().statusCode(200).body("enrolmentId", equalTo(enrolment.toString()));
    }

    @Test
    void answerThatShowedNobodyHasNoRecordBehindIt() {
        String number = clinic.numberFor(card);
        Coverages.link(content);

        behind(number).then().statusCode(200).body("$", not(hasKey("enrolmentId")));
    }

    @Test
    void unknownNumberIsNotFound() {
        behind("0000-0000-00000").then().statusCode(404).body("code", equalTo("confirmation-not-found"));
    }

    @Test
    void askingLeavesItsLook() throws SQLException {
        UUID enrolment = Coverages.link(content);
        String number = clinic.numberFor(card);

        behind(number);

        List<Map<String, Object>> looks = new Ledger(postgres).looksAt(number);
        assertThat(looks).hasSize(2);
        assertThat(looks.get(1))
                .containsEntry("purpose", "MISLINK_REPORT")
                .containsEntry("actor_id", "registration")
                .containsEntry("on_behalf_of", "institution:" + clinic.code())
                .containsEntry("enrolment_id", enrolment)
                .containsEntry("coverage_shown", false);
    }

    private Response behind(String number) {
        return Tokens.as(Role.SERVICE, "registration")
                .header("X-On-Behalf-Of", "institution:" + clinic.code())
                .get("/confirmations/{number}/enrolment", number);
    }
}
