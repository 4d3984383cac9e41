package jp.shikaku.eligibility.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import jp.shikaku.eligibility.testing.Body;
import jp.shikaku.eligibility.testing.Card;
import jp.shikaku.eligibility.testing.Clinic;
import jp.shikaku.eligibility.testing.Coverages;
import jp.shikaku.eligibility.testing.Hotline;
import jp.shikaku.eligibility.testing.Marks;
import jp.shikaku.eligibility.testing.NothingPersonalLogged;
import jp.shikaku.kit.testing.ServiceEnvironment;
import jp.shikaku.kit.testing.Tokens;
import jp.shikaku.local.identity.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

/** R7: an insurer reads the looks at its own records, the operator those at a person. */
@QuarkusTest
@WithTestResource(value = ServiceEnvironment.class, scope = TestResourceScope.GLOBAL)
@ExtendWith(NothingPersonalLogged.class)
class LookListTest {

    private final Clinic clinic = Clinic.hana();
    private final Card card = Card.fresh();
    private final Card otherCard = Card.fresh().at(Card.OTHER_INSURER);
    private final String person = Coverages.newPerson();

    @Test
    void insurerReadsTheLooksAtItsOwnRecord() {
        UUID enrolment = Coverages.link(Coverages.of(card, person));
        String number = clinic.numberFor(card);
        clinic.reread(number);
        Hotline.standing(number);

        ValidatableResponse list = looks(insurer(Card.INSURER), enrolment)
                .then()
                .statusCode(200)
                .body("items.purpose", equalTo(List.of("CONFIRMATION", "CONFIRMATION_REREAD", "CASEFILE")))
                .body("items.actorId", equalTo(List.of(clinic.code(), clinic.code(), "inquiry")))
                .body("items[2].onBehalfOf", equalTo(Hotline.AGENT))
                .body("items.confirmationNumber", equalTo(List.of(number, number, number)))
                .body("items.validity", equalTo(List.of(1, 1, 1)))
                .body("$", not(hasKey("next")));
        assertThat(Marks.isPersonal(list.extract().asString())).isFalse();
    }

    @Test
    void lookTellsWhetherTheDataWereInTheAnswer() {
        String beforeLinkage = clinic.numberFor(card);
        Body content = Coverages.of(card, person);
        UUID enrolment = Coverages.link(content);
        String number = clinic.numberFor(card);
        clinic.reread(number);
        Coverages.put(enrolment, 2, content.with("state", "SUSPENDED")).then().statusCode(204);
        clinic.reread(number);
        Hotline.standing(number);
        String afterwards = clinic.numberFor(card);

        looks(insurer(Card.INSURER), enrolment)
                .then()
                .body(
                        "items.confirmationNumber",
                        equalTo(List.of(beforeLinkage, number, number, number, number, afterwards)))
                .body("items.validity", equalTo(List.of(4, 1, 1, 1, 4, 4)))
                .body("items.dataShown", equalTo(List.of(false, true, true, false, false, false)));
    }

    @Test
    void dataOfThePersonsOtherCardAreNotTheDataOfThisOne() {
        UUID enrolment = Coverages.link(Coverages.of(card, person));
        Coverages.link(Coverages.of(otherCard, person));
        clinic.numberFor(otherCard);

        looks(operator(), enrolment).then().body("items.dataShown", equalTo(List.of(false)));
    }

    @Test
    void looksOfAnEarlierTimeAreLeftOutWhenAskedSo() {
        UUID enrolment = Coverages.link(Coverages.of(card, person));
        clinic.numberFor(card);
        String second = clinic.numberFor(card);
        List<String> at = looks(insurer(Card.INSURER), enrolment).path("items.at");

        assertThat(numbers(insurer(Card.INSURER).queryParam("since", at.get(1)), enrolment))
                .contains(second)
                .hasSizeBetween(1, at.get(0).equals(at.get(1)) ? 2 : 1);
        assertThat(numbers(insurer(Card.INSURER).queryParam("since", "2020-01-01T00:00:00+09:00"), enrolment))
                .hasSize(2);
        assertThat(numbers(insurer(Card.INSURER).queryParam("since", "9999-12-31T23:59:59Z"), enrolment))
                .isEmpty();
        refused(insurer(Card.INSURER).queryParam("since", "yesterday"), enrolment.toString(), "query:since");
    }

    @Test
    void serviceReadsForAnInsurerWhatTheInsurerMayRead() {
        UUID enrolment = Coverages.link(Coverages.of(card, person));
        Coverages.link(Coverages.of(otherCard, person));
        String mine = clinic.numberFor(card);
        clinic.numberFor(otherCard);

        assertThat(numbers(serviceFor("insurer:" + Card.INSURER), enrolment)).containsExactly(mine);
        looks(serviceFor("insurer:" + Card.OTHER_INSURER), enrolment)
                .then()
                .statusCode(404)
                .body("code", equalTo("coverage-not-found"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hotline:agent-7", "06139992", "insurer:", "insurer:06139993"})
    void serviceHasToSayForWhichInsurerItReads(String onBehalfOf) {
        refused(serviceFor(onBehalfOf), UUID.randomUUID().toString(), "header:X-On-Behalf-Of");
    }

    @Test
    void insurerIsToldOfNoRecordButItsOwn() {
        UUID enrolment = Coverages.link(Coverages.of(card, person));
        clinic.numberFor(card);

        looks(insurer(Card.OTHER_INSURER), enrolment)
                .then()
                .statusCode(404)
                .body("code", equalTo("coverage-not-found"));
        looks(insurer(Card.INSURER), UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("code", equalTo("coverage-not-found"));
    }

    @Test
    void insurerIsNotToldOfThePersonsOtherCard() {
        UUID enrolment = Coverages.link(Coverages.of(card, person));
        Coverages.link(Coverages.of(otherCard, person));
        String mine = clinic.numberFor(card);
        clinic.numberFor(otherCard);

        assertThat(numbers(insurer(Card.INSURER), enrolment)).containsExactly(mine);
    }

    @Test
    void operatorReadsTheLooksAtThePersonByAnyCard() {
        UUID enrolment = Coverages.link(Coverages.of(card, person));
        Coverages.link(Coverages.of(otherCard, person));
        String byOne = clinic.numberFor(card);
        String byOther = clinic.numberFor(otherCard);

        assertThat(numbers(operator(), enrolment)).containsExactly(byOne, byOther);
    }

    @Test
    void looksAtTheFamilyOnTheSameCardAreNotHers() {
        UUID hers = Coverages.link(Coverages.of(card, person));
        Card childsCard = card.branch("02").born("2020-02-02");
        UUID childs = Coverages.link(Coverages.of(childsCard, Coverages.newPerson()));
        String atHer = clinic.numberFor(card);
        String atChild = clinic.numberFor(childsCard);

        assertThat(numbers(insurer(Card.INSURER), hers)).containsExactly(atHer);
        assertThat(numbers(insurer(Card.INSURER), childs)).containsExactly(atChild);
        assertThat(numbers(operator(), hers)).containsExactly(atHer);
    }

    @Test
    void questionsByTheCardThatFoundNobodyOrSeveralCount() {
        String beforeLinkage = clinic.numberFor(card);
        UUID enrolment = Coverages.link(Coverages.of(card, person));
        String wrongBirthDate = clinic.numberFor(card.born("1990-01-16"));
        Coverages.link(Coverages.of(card.branch("02"), Coverages.newPerson()));
        String severalFound = clinic.numberFor(card.branch(null));

        assertThat(numbers(insurer(Card.INSURER), enrolment))
                .containsExactly(beforeLinkage, wrongBirthDate, severalFound);
    }

    @Test
    void looksStayWithTheRecordWhenItsCardOrPersonIsCorrected() {
        Body content = Coverages.of(card, person);
        UUID enrolment = Coverages.link(content);
        String before = clinic.numberFor(card);

        Card corrected = Card.fresh();
        Body moved = Coverages.of(corrected, Coverages.newPerson());
        Coverages.put(enrolment, 2, moved).then().statusCode(204);
        String after = clinic.numberFor(corrected);

        assertThat(numbers(insurer(Card.INSURER), enrolment)).containsExactly(before, after);
    }

    @Test
    void looksAtAWithdrawnRecordCanStillBeRead() {
        Body content = Coverages.of(card, person);
        UUID enrolment = Coverages.link(content);
        String number = clinic.numberFor(card);
        Coverages.put(enrolment, 2, content.with("state", "WITHDRAWN")).then().statusCode(204);

        assertThat(numbers(insurer(Card.INSURER), enrolment)).containsExactly(number);
    }

    @Test
    void explanationOfAQuestionThatFoundNobodyIsAmongTheLooksAtThePersonFoundSince() {
        UUID oldEnrolment = Coverages.link(Coverages.of(otherCard, person).with("lost", "2024-04-01"));
        String number = clinic.numberFor(card);
        Coverages.link(Coverages.of(card, person));

        Hotline.standing(number).then().statusCode(200).body("personKey", equalTo(person));

        looks(operator(), oldEnrolment).then().body("items.purpose", equalTo(List.of("CASEFILE")));
    }

    @Test
    void listComesInPages() {
        UUID enrolment = Coverages.link(Coverages.of(card, person));
        List<String> asked = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            asked.add(clinic.numberFor(card));
        }

        List<String> read = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        String after = null;
        do {
            RequestSpecification request = insurer(Card.INSURER).queryParam("limit", 2);
            if (after != null) {
                request.queryParam("after", after);
            }
            Response page = looks(request, enrolment);
            List<String> numbers = page.path("items.confirmationNumber");
            read.addAll(numbers);
            sizes.add(numbers.size());
            after = page.path("next");
        } while (after != null);

        assertThat(sizes).containsExactly(2, 2, 1);
        assertThat(read).isEqualTo(asked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "-1", "ten", "1.5", "９", "4294967297"})
    void limitOutsideOneToHundredIsRefused(String limit) {
        refused(
                insurer(Card.INSURER).queryParam("limit", limit),
                UUID.randomUUID().toString(),
                "query:limit");
    }

    @ParameterizedTest
    @CsvSource({"1,2", "100,2"})
    void limitOfOneToHundredIsAccepted(String limit, int looks) {
        UUID enrolment = Coverages.link(Coverages.of(card, person));
        for (int i = 0; i < looks; i++) {
            clinic.numberFor(card);
        }

        List<String> items = looks(insurer(Card.INSURER).queryParam("limit", limit), enrolment)
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
        assertThat(items).hasSize(Math.min(Integer.parseInt(limit), looks));
    }

    @Test
    void cursorAndRecordHaveToBeIds() {
        refused(
                insurer(Card.INSURER).queryParam("after", "last"),
                UUID.randomUUID().toString(),
                "query:after");
        refused(insurer(Card.INSURER), "mine", "query:enrolmentId");
        refused(insurer(Card.INSURER), "", "query:enrolmentId");
    }

    private static void refused(RequestSpecification request, String enrolment, String pointer) {
        request.queryParam("enrolmentId", enrolment)
                .get("/looks")
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of(pointer)));
    }

    private static List<String> numbers(RequestSpecification reader, UUID enrolment) {
        return looks(reader, enrolment).then().statusCode(200).extract().path("items.confirmationNumber");
    }

    private static Response looks(RequestSpecification reader, UUID enrolment) {
        return reader.queryParam("enrolmentId", enrolment.toString()).get("/looks");
    }

    private static RequestSpecification insurer(String number) {
        return Tokens.as(Role.INSURER, number);
    }

    private static RequestSpecification serviceFor(String onBehalfOf) {
        return Tokens.as(Role.SERVICE, "registration").header("X-On-Behalf-Of", onBehalfOf);
    }

    private static RequestSpecification operator() {
        return Tokens.as(Role.OPERATOR, "operator-1");
    }
}
