package jp.shikaku.inquiry.casefile;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jp.shikaku.inquiry.world.Answers;
import jp.shikaku.inquiry.world.InquiryTest;
import jp.shikaku.inquiry.world.Sisters;
import jp.shikaku.inquiry.world.StandIn;
import jp.shikaku.kit.testing.ServiceEnvironment;
import jp.shikaku.kit.testing.Tokens;
import jp.shikaku.local.identity.Role;
import jp.shikaku.local.postgres.LocalPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

/** R6: who looks at a case leaves a record before anything is told. */
@InquiryTest
class CaseFileLookTest {

    private static final String AGENT = "agent-7";

    Sisters sisters;
    LocalPostgres postgres;

    @BeforeEach
    void bothSistersAnswer() {
        sisters.bothAnswer();
    }

    @Test
    void lookIsRecordedBeforeAnythingIsAsked() {
        String requestId = UUID.randomUUID().toString();
        AtomicLong recorded = new AtomicLong(-1);
        sisters.eligibility().answers(arrival -> {
            recorded.set(
                    looks().stream().filter(look -> look.contains(requestId)).count());
            return new StandIn.Answer(200, Answers.standing(2, 2));
        });

        Tokens.as(Role.HOTLINE, AGENT).header("X-Request-Id", requestId).get("/casefiles/" + Answers.NUMBER);

        assertThat(recorded).hasValue(1);
        assertThat(looks()).contains(String.join(" ", AGENT, Answers.NUMBER.value(), requestId));
    }

    @Test
    void nothingIsToldThatCannotBeRecorded() {
        postgres.stop();
        try {
            assertUnavailable(open(Answers.NUMBER.display()));
            assertThat(sisters.eligibility().arrivals()).isEmpty();
        } finally {
            postgres.start();
        }
        open(Answers.NUMBER.display()).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"first, confirmation-number-check-character", "short, confirmation-number-format"})
    void numberThatWasMisheardIsToldFromOneThatDoesNotExistAndLookedAtByNobody(String slip, String code) {
        String rest = Answers.NUMBER.value().substring(1);
        List<String> before = looks();

        open(slip.equals("first") ? "2" + rest : rest)
                .then()
                .statusCode(422)
                .body("code", equalTo("values-invalid"))
                .body("errors[0].pointer", equalTo("path:confirmationNumber"))
                .body("errors[0].code", equalTo(code));

        assertThat(sisters.eligibility().arrivals()).isEmpty();
        assertThat(looks()).isEqualTo(before);
    }

    private static void assertUnavailable(Response answer) {
        answer.then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("code", equalTo("temporarily-unavailable"));
    }

    private static Response open(String number) {
        return Tokens.as(Role.HOTLINE, AGENT).get("/casefiles/" + number);
    }

    /** Every look on record, as agent, number and request id. */
    private List<String> looks() {
        try (Connection connection = DriverManager.getConnection(
                        postgres.jdbcUrl(ServiceEnvironment.DATABASE), postgres.user(), postgres.password());
                PreparedStatement query = connection.prepareStatement(
                        "select agent_id || ' ' || confirmation_number || ' ' || request_id from case_file_look");
                ResultSet rows = query.executeQuery()) {
            List<String> looks = new ArrayList<>();
            while (rows.next()) {
                looks.add(rows.getString(1));
            }
            return looks;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
