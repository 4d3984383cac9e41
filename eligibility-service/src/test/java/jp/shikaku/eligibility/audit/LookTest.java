package jp.shikaku.eligibility.audit;

import java.sql.Date;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.eligibility.testing.Body;
import jp.shikaku.eligibility.testing.Card;
import jp.shikaku.eligibility.testing.Clinic;
import jp.shikaku.eligibility.testing.Coverages;
import jp.shikaku.eligibility.testing.Hotline;
import jp.shikaku.eligibility.testing.Ledger;
import jp.shikaku.eligibility.testing.NothingPersonalLogged;
import jp.shikaku.kit.testing.ServiceEnvironment;
import jp.shikaku.local.postgres.LocalPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** R6: every look at a person leaves its record. Who may read the records is told in {@link LookListTest}. */
@QuarkusTest
@WithTestResource(value = ServiceEnvironment.class, scope = TestResourceScope.GLOBAL)
@ExtendWith(NothingPersonalLogged.class)
class LookTest {

    LocalPostgres postgres;

    private final Clinic clinic = Clinic.hana();
    private final Card card = Card.fresh();
    private final String person = Coverages.newPerson();
    private final String requestId = UUID.randomUUID().toString();

    @Test
    void confirmationLeavesOneLook() throws SQLException {
        UUID enrolment = Coverages.link(Coverages.of(card, person));

        String number = clinic.signedIn()
                .header("X-Request-Id", requestId)
                .contentType(ContentType.JSON)
                .body(card.question().with("asOf", "2024-05-01").fields())
                .post("/confirmations")
                .then()
                .statusCode(201)
                .extract()
                .path("confirmationNumber");

        assertThat(onlyLookAt(number))
                .containsEntry("actor_role", "institution")
                .containsEntry("actor_id", clinic.code())
                .containsEntry("on_behalf_of", null)
                .containsEntry("purpose", "CONFIRMATION")
                .containsEntry("as_of", Date.valueOf("2024-05-01"))
                .containsEntry("validity", 1)
                .containsEntry("person_key", person)
                .containsEntry("enrolment_id", enrolment)
                .containsEntry("coverage_shown", true)
                .containsEntry("request_id", UUID.fromString(requestId));
    }

    @Test
    void questionThatFoundNobodyLeavesOneLookToo() throws SQLException {
        String number = clinic.numberFor(card);

        assertThat(onlyLookAt(number))
                .containsEntry("validity", 4)
                .containsEntry("person_key", null)
                .containsEntry("enrolment_id", null);
    }

    @Test
    void rereadLeavesOneMore() throws SQLException {
        Coverages.link(Coverages.of(card, person));
        String number = clinic.numberFor(card);

        clinic.signedIn()
                .header("X-Request-Id", requestId)
                .get("/confirmations/" + number)
                .then()
                .statusCode(200);

        List<Map<String, Object>> looks = new Ledger(postgres).looksAt(number);
        assertThat(looks).hasSize(2);
        assertThat(looks.get(1))
                .containsEntry("purpose", "CONFIRMATION_REREAD")
                .containsEntry("actor_id", clinic.code())
                .containsEntry("person_key", person)
                .containsEntry("request_id", UUID.fromString(requestId));
    }

    @Test
    void explanationLeavesOneMoreWithTheAgentAndWhatHoldsToday() throws SQLException {
        String number = clinic.numberFor(card);
        UUID enrolment = Coverages.link(Coverages.of(card, person));

        Hotline.standing(number).then().statusCode(200);

        List<Map<String, Object>> looks = new Ledger(postgres).looksAt(number);
        assertThat(looks).hasSize(2);
        assertThat(looks.get(1))
                .containsEntry("actor_role", "service")
                .containsEntry("actor_id", "inquiry")
                .containsEntry("on_behalf_of", Hotline.AGENT)
                .containsEntry("purpose", "CASEFILE")
                .containsEntry("as_of", Date.valueOf(LocalDate.now(JapanTime.ZONE)))
                .containsEntry("validity", 1)
                .containsEntry("person_key", person)
                .containsEntry("enrolment_id", enrolment);
    }

    @Test
    void explanationAfterTheCoverageWasTakenBackIsStillALookAtThePerson() throws SQLException {
        Body content = Coverages.of(card, person);
        UUID enrolment = Coverages.link(content);
        String number = clinic.numberFor(card);
        Coverages.put(enrolment, 2, content.with("state", "WITHDRAWN")).then().statusCode(204);

        Hotline.standing(number).then().statusCode(200);

        assertThat(new Ledger(postgres).looksAt(number).get(1))
                .containsEntry("validity", 4)
                .containsEntry("person_key", person)
                .containsEntry("enrolment_id", enrolment);
    }

    @Test
    void whoWasShownNothingLookedAtNobody() throws SQLException {
        Coverages.link(Coverages.of(card, person));
        String number = clinic.numberFor(card);
        long before = new Ledger(postgres).looks();

        Clinic.another().reread(number).then().statusCode(404);
        clinic.ask(card.question().with("birthDate", "令和元年")).then().statusCode(422);
        Hotline.standing("0000-0000-00000").then().statusCode(404);

        assertThat(new Ledger(postgres).looks()).isEqualTo(before);
    }

    @Test
    void lookIsDatedByTheMomentOfTheAnswer() throws SQLException {
        String askedAt = clinic.ask(card).then().statusCode(201).extract().path("askedAt");

        Ledger ledger = new Ledger(postgres);
        String at = ledger.rows(
                        "select to_char(at at time zone ?, 'YYYY-MM-DD\"T\"HH24:MI') as at from look order by id desc limit 1",
                        JapanTime.ZONE.getId())
                .get(0)
                .get("at")
                .toString();
        assertThat(askedAt).startsWith(at);
        assertThat(ZoneOffset.of("+09:00").getId()).isEqualTo(askedAt.substring(askedAt.length() - 6));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update look set actor_id = 'nobody'",
                "delete from look",
                "truncate look",
                "truncate look cascade"
            })
    void looksCanBeNeitherChangedNorRemoved(String statement) throws SQLException {
        clinic.numberFor(card);
        Ledger ledger = new Ledger(postgres);
        long before = ledger.looks();

        assertThatThrownBy(() -> ledger.execute(statement))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("looks are never changed");
        assertThat(ledger.looks()).isEqualTo(before);
    }

    @Test
    void noConfirmationIsWithoutItsLook() throws SQLException {
        clinic.numberFor(card);

        assertThat(
                        new Ledger(postgres)
                                .number(
                                        """
                                select count(*) from confirmation c where not exists (
                                    select from look l
                                    where l.confirmation_number = c.confirmation_number and l.purpose = 'CONFIRMATION')"""))
                .isZero();
    }

    private Map<String, Object> onlyLookAt(String number) throws SQLException {
        List<Map<String, Object>> looks = new Ledger(postgres).looksAt(number);
        assertThat(looks).hasSize(1);
        return looks.get(0);
    }
}
