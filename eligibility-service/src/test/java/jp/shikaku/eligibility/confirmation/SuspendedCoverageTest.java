package jp.shikaku.eligibility.confirmation;

import java.util.UUID;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import jp.shikaku.contracts.linkage.CoverageState;
import jp.shikaku.eligibility.testing.Body;
import jp.shikaku.eligibility.testing.Card;
import jp.shikaku.eligibility.testing.Clinic;
import jp.shikaku.eligibility.testing.Coverages;
import jp.shikaku.eligibility.testing.Hotline;
import jp.shikaku.eligibility.testing.Marks;
import jp.shikaku.eligibility.testing.NothingPersonalLogged;
import jp.shikaku.kit.testing.ServiceEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

/** R1: what is suspended or withdrawn shows nowhere. */
@QuarkusTest
@WithTestResource(value = ServiceEnvironment.class, scope = TestResourceScope.GLOBAL)
@ExtendWith(NothingPersonalLogged.class)
class SuspendedCoverageTest {

    private final Clinic clinic = Clinic.hana();
    private final Card card = Card.fresh();
    private final String person = Coverages.newPerson();
    private final Body content = Coverages.of(card, person);

    @ParameterizedTest
    @EnumSource(names = {"SUSPENDED", "WITHDRAWN"})
    void cardIsAnsweredAsIfTheCoverageDidNotExist(CoverageState state) {
        UUID enrolment = Coverages.link(content);
        assertValidity(card, 1);

        take(enrolment, 2, state);

        assertShowsNobody(clinic.ask(card), 201);
        assertValidity(card, 4);
    }

    @ParameterizedTest
    @EnumSource(names = {"SUSPENDED", "WITHDRAWN"})
    void otherCardOfThePersonIsNoLongerSaidToHaveASuccessor(CoverageState state) {
        Card oldCard = Card.fresh();
        Coverages.link(Coverages.of(oldCard, person).with("lost", "2024-04-01"));
        UUID enrolment = Coverages.link(content);
        assertValidity(oldCard, 3);

        take(enrolment, 2, state);

        assertValidity(oldCard, 2);
    }

    @ParameterizedTest
    @EnumSource(names = {"SUSPENDED", "WITHDRAWN"})
    void twinOnTheCardIsNoLongerOneOfSeveral(CoverageState state) {
        Coverages.link(Coverages.of(card.branch("02"), Coverages.newPerson()));
        UUID enrolment = Coverages.link(content);
        assertValidity(card.branch(null), 5);

        take(enrolment, 2, state);

        assertValidity(card.branch(null), 1);
        assertValidity(card, 4);
    }

    @ParameterizedTest
    @EnumSource(names = {"SUSPENDED", "WITHDRAWN"})
    void earlierAnswerIsReadAgainWithoutTheCoverage(CoverageState state) {
        UUID enrolment = Coverages.link(content);
        String number = clinic.numberFor(card);
        clinic.reread(number)
                .then()
                .statusCode(200)
                .body("coverage.name", notNullValue())
                .body("goodUntil", notNullValue())
                .body("$", not(hasKey("notices")));

        take(enrolment, 2, state);

        assertShowsNobody(clinic.reread(number), 200);
        clinic.reread(number)
                .then()
                .body("validity", equalTo(1))
                .body("medicalInfoAllowed", equalTo(false))
                .body("notices.code", contains("NO_LONGER_SHOWN"))
                .body("notices[0].text.ja", containsString("もう一度資格確認"))
                .body("$", not(hasKey("goodUntil")));
    }

    @ParameterizedTest
    @EnumSource(names = {"SUSPENDED", "WITHDRAWN"})
    void repeatedQuestionGetsItsAnswerWithoutTheCoverage(CoverageState state) {
        UUID enrolment = Coverages.link(content);
        String key = UUID.randomUUID().toString();
        clinic.ask(card.question(), key).then().statusCode(201).body("coverage.name", notNullValue());

        take(enrolment, 2, state);

        assertShowsNobody(clinic.ask(card.question(), key), 201);
        clinic.ask(card.question(), key).then().body("notices.code", contains("NO_LONGER_SHOWN"));
    }

    @ParameterizedTest
    @EnumSource(names = {"SUSPENDED", "WITHDRAWN"})
    void hotlineIsNotGivenThePersonOfIt(CoverageState state) {
        UUID enrolment = Coverages.link(content);
        String number = clinic.numberFor(card);
        Hotline.standing(number).then().body("personKey", equalTo(person));

        take(enrolment, 2, state);

        Hotline.standing(number)
                .then()
                .statusCode(200)
                .body("shown.validity", equalTo(1))
                .body("now.validity", equalTo(4))
                .body("subjectKey", notNullValue())
                .body("$", not(hasKey("personKey")));
    }

    @Test
    void releasedCoverageIsShownAgain() {
        UUID enrolment = Coverages.link(content);
        take(enrolment, 2, CoverageState.SUSPENDED);
        assertValidity(card, 4);

        take(enrolment, 3, CoverageState.VISIBLE);

        assertValidity(card, 1);
    }

    @Test
    void coverageThatArrivesSuspendedIsNeverShown() {
        Coverages.link(content.with("state", "SUSPENDED"));

        assertShowsNobody(clinic.ask(card), 201);
    }

    /** Nothing was shown, so nothing is gone. */
    @Test
    void whoWasShownNobodyIsNotToldThatItIsGone() {
        String number = clinic.numberFor(Card.fresh());

        clinic.reread(number).then().body("validity", equalTo(4)).body("$", not(hasKey("notices")));
    }

    private void take(UUID enrolment, int version, CoverageState state) {
        Coverages.put(enrolment, version, content.with("state", state.name()))
                .then()
                .statusCode(204);
    }

    private void assertValidity(Card asked, int validity) {
        clinic.ask(asked).then().statusCode(201).body("validity", equalTo(validity));
    }

    private static void assertShowsNobody(Response response, int status) {
        String answer = response.then()
                .statusCode(status)
                .body("$", not(hasKey("coverage")))
                .extract()
                .asString();
        assertThat(Marks.isPersonal(answer)).isFalse();
    }
}
