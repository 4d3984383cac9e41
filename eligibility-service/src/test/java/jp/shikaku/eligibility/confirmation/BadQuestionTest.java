package jp.shikaku.eligibility.confirmation;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import jp.shikaku.eligibility.testing.Body;
import jp.shikaku.eligibility.testing.Card;
import jp.shikaku.eligibility.testing.Clinic;
import jp.shikaku.eligibility.testing.Ledger;
import jp.shikaku.eligibility.testing.NothingPersonalLogged;
import jp.shikaku.kit.testing.ServiceEnvironment;
import jp.shikaku.local.postgres.LocalPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@WithTestResource(value = ServiceEnvironment.class, scope = TestResourceScope.GLOBAL)
@ExtendWith(NothingPersonalLogged.class)
class BadQuestionTest {

    private static final char NUL = 0;

    LocalPostgres postgres;

    private final Clinic clinic = Clinic.hana();
    private long confirmations;
    private long looks;

    @BeforeEach
    void count() throws SQLException {
        confirmations = new Ledger(postgres).confirmations();
        looks = new Ledger(postgres).looks();
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "insurerNumber,06139993,insurer-number-check-digit",
                "insurerNumber,６１３９９９２,insurer-number-format",
                "insurerNumber,06-139992,insurer-number-format",
                "insurerNumber,77777777,insurer-number-placeholder",
                "insurerNumber,77777779,insurer-number-placeholder",
                "insurerNumber,００００００００,insurer-number-not-an-insurer",
                "insurerNumber,'',value-required",
                "symbol,123456789012345678901,card-symbol-format",
                "number,'   ',value-required",
                "number,'　',value-required",
                "number,123456789012345678901,card-number-format",
                "branch,123,card-branch-format",
                "branch,A1,card-branch-format",
                "birthDate,'',value-required",
                "birthDate,令和元年,date-not-iso",
                "birthDate,平成31年5月,date-not-iso",
                "birthDate,H31.5.1,date-not-iso",
                "birthDate,1990/01/15,date-not-iso",
                "birthDate,19900115,date-not-iso",
                "birthDate,1990-01-15T00:00:00,date-not-iso",
                "birthDate,2026-02-30,date-does-not-exist",
                "birthDate,1900-02-29,date-does-not-exist",
                "birthDate,2999-01-01,date-in-future",
                "asOf,2026-13-01,date-does-not-exist",
                "asOf,きょう,date-not-iso",
                "correlationId,12345678901234567890123456789012345678901234567890123456789012345,value-too-long",
            })
    void wrongValueIsNamedAndNothingIsWritten(String field, String value, String code) throws SQLException {
        refusedOnceFor(Card.fresh().question().with(field, value), field, code);
    }

    /** The database could not keep them: without the check the clinic would read "undetermined" for ever. */
    @Test
    void charactersThatCannotBeKeptAreNamedAndNothingIsWritten() throws SQLException {
        refusedOnceFor(Card.fresh().question().with("symbol", "AB" + NUL), "symbol", "card-symbol-format");
        refusedOnceFor(Card.fresh().question().with("number", "1" + NUL), "number", "card-number-format");
        refusedOnceFor(
                Card.fresh().question().with("correlationId", "a" + NUL + "b"), "correlationId", "text-characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"insurerNumber", "number", "birthDate"})
    void missingValueIsNamedAndNothingIsWritten(String field) throws SQLException {
        refusedOnceFor(Card.fresh().question().without(field), field, "value-required");
        refusedOnceFor(Card.fresh().question().with(field, null), field, "value-required");
    }

    @Test
    void everythingWrongIsToldAtOnce() throws SQLException {
        Body question = new Body(Map.of())
                .with("insurerNumber", "06139993")
                .with("symbol", "1".repeat(21))
                .with("number", " ")
                .with("branch", "X")
                .with("birthDate", "令和元年")
                .with("asOf", "2026-02-30");

        var refusal = clinic.ask(question).then().statusCode(422).body("code", equalTo("values-invalid"));

        List<String> pointers = refusal.extract().path("errors.pointer");
        assertThat(pointers).containsExactly("/insurerNumber", "/symbol", "/number", "/branch", "/birthDate", "/asOf");
        List<String> codes = refusal.extract().path("errors.code");
        assertThat(codes)
                .containsExactly(
                        "insurer-number-check-digit",
                        "card-symbol-format",
                        "value-required",
                        "card-branch-format",
                        "date-not-iso",
                        "date-does-not-exist");
        refusal.body("errors.nextStep", everyItem(not(emptyOrNullString())));
        nothingWasWritten();
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "12345678901234567890123456789012345678901234567890123456789012345"})
    void idempotencyKeyThatIsNoneIsRefused(String key) throws SQLException {
        clinic.ask(Card.fresh().question(), key)
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency-key-required"));
        nothingWasWritten();
    }

    @Test
    void refusalNeverRepeatsTheValue() {
        String refusal = clinic.ask(Card.fresh().question().with("birthDate", "平成2年1月15日"))
                .then()
                .statusCode(422)
                .extract()
                .asString();

        assertThat(refusal).doesNotContain("平成2年").doesNotContain("1月15日");
    }

    private void refusedOnceFor(Body question, String field, String code) throws SQLException {
        clinic.ask(question)
                .then()
                .statusCode(422)
                .body("code", equalTo("values-invalid"))
                .body("errors.size()", equalTo(1))
                .body("errors[0].pointer", equalTo("/" + field))
                .body("errors[0].code", equalTo(code));
        nothingWasWritten();
    }

    private void nothingWasWritten() throws SQLException {
        assertThat(new Ledger(postgres).confirmations()).isEqualTo(confirmations);
        assertThat(new Ledger(postgres).looks()).isEqualTo(looks);
    }
}
