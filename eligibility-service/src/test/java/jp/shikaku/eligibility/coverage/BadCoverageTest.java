package jp.shikaku.eligibility.coverage;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import jp.shikaku.eligibility.testing.Body;
import jp.shikaku.eligibility.testing.Card;
import jp.shikaku.eligibility.testing.Coverages;
import jp.shikaku.eligibility.testing.Ledger;
import jp.shikaku.eligibility.testing.NothingPersonalLogged;
import jp.shikaku.kit.testing.ServiceEnvironment;
import jp.shikaku.local.postgres.LocalPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@WithTestResource(value = ServiceEnvironment.class, scope = TestResourceScope.GLOBAL)
@ExtendWith(NothingPersonalLogged.class)
class BadCoverageTest {

    LocalPostgres postgres;

    private final Body content = Coverages.whole(Card.fresh(), Coverages.newPerson());
    private final UUID enrolment = UUID.randomUUID();

    @AfterEach
    void nothingWasWritten() throws SQLException {
        assertThat(new Ledger(postgres).rows("select * from coverage where enrolment_id = ?", enrolment))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "lost,2020-04-01,date-order",
        "lost,2020-03-31,date-order",
        "lost,2026-02-30,date-does-not-exist",
        "acquired,令和2年4月1日,date-not-iso",
        "birthDate,平成31年5月,date-not-iso",
        "birthDate,1990-01-15T00:00:00Z,date-not-iso",
        "sex,9,code-unknown",
        "sex,FEMALE,code-unknown",
        "relation,0,code-unknown",
        "lossReason,3,code-unknown",
        "state,GONE,value-wrong-type",
        "insurerNumber,06139993,insurer-number-check-digit",
        "insurerNumber,77777777,insurer-number-placeholder",
        "personKey,not-a-key,key-format",
        "number,123456789012345678901,card-number-format",
        "branch,ABC,card-branch-format",
        "name,'  ',value-required",
        "medicalInfoAllowed,maybe,value-wrong-type",
        "cardClass,08,code-unknown",
        "cardClass,1,code-unknown",
        "cardIssuedOn,2026-02-30,date-does-not-exist",
        "cardExpiresOn,2020-03-31,date-order",
        "sexOnCard,0,code-unknown",
        "burdenShare,30,code-unknown",
        "postalCode,100-0013,postal-code-format",
        "postalCode,100001,postal-code-format",
    })
    void wrongValueIsRefusedAndNamed(String field, String value, String code) {
        refusedOnceFor(content.with(field, value), field, code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "personKey",
                "insurerNumber",
                "number",
                "name",
                "nameKana",
                "sex",
                "birthDate",
                "relation",
                "acquired",
                "state"
            })
    void missingValueIsRefusedAndNamed(String field) {
        refusedOnceFor(content.without(field), field, "value-required");
    }

    @Test
    void permissionToViewMedicalInformationIsNeverGuessed() {
        Coverages.put(enrolment, 1, content.without("medicalInfoAllowed"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/medicalInfoAllowed"));
    }

    @Test
    void dateWrittenAsANumberIsNoDate() {
        refusedOnceFor(content.with("acquired", 20200401), "acquired", "value-wrong-type");
        refusedOnceFor(content.with("birthDate", List.of(1990, 1, 15)), "birthDate", "value-wrong-type");
    }

    @Test
    void nameThatCannotBeKeptIsRefused() {
        char nul = 0;
        refusedOnceFor(content.with("name", "見本" + nul), "name", "text-characters");
        refusedOnceFor(content.with("nameKana", "ミ".repeat(201)), "nameKana", "value-too-long");
        refusedOnceFor(content.with("nameOther", "見本" + nul), "nameOther", "text-characters");
        refusedOnceFor(content.with("nameOtherKana", "ミ".repeat(201)), "nameOtherKana", "value-too-long");
        refusedOnceFor(content.with("address", "見".repeat(401)), "address", "value-too-long");
    }

    @Test
    void severalWrongValuesAreToldAtOnce() {
        List<String> pointers = Coverages.put(
                        enrolment,
                        1,
                        content.with("name", "").with("branch", "X").with("lost", "2019-04-01"))
                .then()
                .statusCode(422)
                .extract()
                .path("errors.pointer");

        assertThat(pointers).containsExactlyInAnyOrder("/name", "/branch", "/lost");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void versionsCountFromOne(int version) {
        Coverages.put(enrolment, version, content)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("path:version"));
    }

    @Test
    void individualNumberHasNoPlaceHere() {
        Coverages.put(enrolment, 1, content.with("individualNumber", "123456789018"))
                .then()
                .statusCode(400)
                .body("code", equalTo("unknown-field"))
                .body("errors[0].pointer", equalTo("/individualNumber"));
    }

    private void refusedOnceFor(Body body, String field, String code) {
        Coverages.put(enrolment, 1, body)
                .then()
                .statusCode(422)
                .body("code", equalTo("values-invalid"))
                .body("errors.size()", equalTo(1))
                .body("errors[0].pointer", equalTo("/" + field))
                .body("errors[0].code", equalTo(code));
    }
}
