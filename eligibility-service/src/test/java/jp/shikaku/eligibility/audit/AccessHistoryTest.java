package jp.shikaku.eligibility.audit;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import jp.shikaku.eligibility.testing.Card;
import jp.shikaku.eligibility.testing.Clinic;
import jp.shikaku.eligibility.testing.Coverages;
import jp.shikaku.eligibility.testing.Hotline;
import jp.shikaku.eligibility.testing.Ledger;
import jp.shikaku.eligibility.testing.NothingPersonalLogged;
import jp.shikaku.kit.testing.ServiceEnvironment;
import jp.shikaku.kit.testing.Tokens;
import jp.shikaku.local.identity.Role;
import jp.shikaku.local.postgres.LocalPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

/** Who looked at me? One call of a portal. */
@QuarkusTest
@WithTestResource(value = ServiceEnvironment.class, scope = TestResourceScope.GLOBAL)
@ExtendWith(NothingPersonalLogged.class)
class AccessHistoryTest {

    LocalPostgres postgres;

    private final String person = Coverages.newPerson();
    private final Card card = Card.fresh();

    @Test
    void personSeesEveryLookByAnyCardWithWhoWhenAndWhy() {
        Card other = Card.fresh().at(Card.OTHER_INSURER);
        Coverages.link(Coverages.of(card, person));
        Coverages.link(Coverages.of(other, person));
        String first = Clinic.hana().numberFor(card);
        String second = Clinic.another().numberFor(other);
        Clinic.hana().reread(first);
        Hotline.standing(second);
        Clinic.hana().numberFor(Card.fresh());

        Response history = history(Map.of("personKey", person));

        history.then().statusCode(200);
        assertThat(history.<List<String>>path("items.purpose"))
                .containsExactly("CONFIRMATION", "CONFIRMATION", "CONFIRMATION_REREAD", "CASEFILE", "ACCESS_HISTORY");
        assertThat(history.<List<String>>path("items.actorId"))
                .containsExactly(
                        Clinic.hana().code(),
                        Clinic.another().code(),
                        Clinic.hana().code(),
                        "inquiry",
                        "portal");
        assertThat(history.<List<String>>path("items.confirmationNumber").subList(0, 4))
                .containsExactly(first, second, first, second);
        assertThat(history.<List<Boolean>>path("items.dataShown")).containsExactly(true, true, true, false, false);
        history.then()
                .body("items[3].onBehalfOf", equalTo(Hotline.AGENT))
                .body("items[4].onBehalfOf", equalTo("person:7"));
    }

    /** After a wrong link: her data were shown, to whomever it was then. */
    @Test
    void lookAtTheRecordWhileItWasTakenForSomebodyElsesIsToldToo() {
        UUID enrolment = Coverages.link(Coverages.of(card, Coverages.newPerson()));
        String number = Clinic.hana().numberFor(card);
        Coverages.put(enrolment, 2, Coverages.of(card, person)).then().statusCode(204);

        history(Map.of("personKey", person)).then().body("items.confirmationNumber", hasItem(number));
    }

    @Test
    void historyComesInPages() {
        Coverages.link(Coverages.of(card, person));
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            numbers.add(Clinic.hana().numberFor(card));
        }
        Map<String, Object> request = new HashMap<>(Map.of("personKey", person, "limit", 2));

        Response first = history(request);
        request.put("after", first.path("next"));
        Response second = history(request);

        assertThat(first.<List<String>>path("items.confirmationNumber")).isEqualTo(numbers.subList(0, 2));
        assertThat(second.<String>path("items[0].confirmationNumber")).isEqualTo(numbers.get(2));
        assertThat(history(Map.of("personKey", person, "since", "2099-01-01T00:00:00+09:00"))
                        .<List<Object>>path("items"))
                .isEmpty();
    }

    /** R6. */
    @Test
    void askingIsRecordedAndWithoutThatNothingIsTold() throws SQLException {
        Ledger ledger = new Ledger(postgres);
        history(Map.of("personKey", person)).then().statusCode(200);
        assertThat(ledger.rows("select * from look where person_key = ?", person))
                .singleElement()
                .satisfies(look -> assertThat(look)
                        .containsEntry("purpose", "ACCESS_HISTORY")
                        .containsEntry("actor_id", "portal")
                        .containsEntry("on_behalf_of", "person:7"));

        ledger.execute("alter table look add constraint closed check (purpose <> 'ACCESS_HISTORY') not valid");
        try {
            assertThat(history(Map.of("personKey", person)).statusCode()).isGreaterThanOrEqualTo(500);
        } finally {
            ledger.execute("alter table look drop constraint closed");
        }
    }

    @Test
    void onlyAServiceAsksAndForSomebody() {
        Tokens.as(Role.SERVICE, "portal")
                .contentType(ContentType.JSON)
                .body(Map.of("personKey", person))
                .post("/access-history")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("header:X-On-Behalf-Of"));
        history(Map.of("personKey", "123456789018")).then().statusCode(422);
        history(Map.of("personKey", person, "limit", 101)).then().statusCode(422);
        for (Role role : List.of(Role.OPERATOR, Role.INSTITUTION, Role.INSURER)) {
            Tokens.as(role, role == Role.INSTITUTION ? Clinic.hana().code() : Card.INSURER)
                    .contentType(ContentType.JSON)
                    .body(Map.of("personKey", person))
                    .post("/access-history")
                    .then()
                    .statusCode(403);
        }
    }

    private static Response history(Map<String, Object> request) {
        return Tokens.as(Role.SERVICE, "portal")
                .header("X-On-Behalf-Of", "person:7")
                .contentType(ContentType.JSON)
                .body(request)
                .post("/access-history");
    }
}
