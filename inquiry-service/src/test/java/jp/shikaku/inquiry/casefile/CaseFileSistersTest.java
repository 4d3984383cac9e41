package jp.shikaku.inquiry.casefile;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import jp.shikaku.inquiry.world.Answers;
import jp.shikaku.inquiry.world.InquiryTest;
import jp.shikaku.inquiry.world.Sisters;
import jp.shikaku.inquiry.world.StandIn;
import jp.shikaku.kit.testing.Tokens;
import jp.shikaku.local.identity.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** What the sisters are asked, and what becomes of a case when one does not answer. */
@InquiryTest
class CaseFileSistersTest {

    private static final String AGENT = "agent-7";
    private static final String TRACE_STATE = "rojo=00f067aa0ba902b7";

    Sisters sisters;

    @BeforeEach
    void bothSistersAnswer() {
        sisters.bothAnswer();
    }

    @Test
    void eligibilityIsAskedByTheServiceForTheAgentUnderTheSameRequestId() {
        String requestId = UUID.randomUUID().toString();
        Tokens.as(Role.HOTLINE, AGENT)
                .header("X-Request-Id", requestId)
                .get("/casefiles/" + Answers.NUMBER)
                .then()
                .statusCode(200)
                .header("X-Request-Id", requestId);

        StandIn.Arrival asked = only(sisters.eligibility());
        assertThat(asked.method()).isEqualTo("GET");
        assertThat(asked.uri().toString()).isEqualTo("/confirmations/" + Answers.NUMBER.value() + "/standing");
        assertThat(asked.header("X-On-Behalf-Of")).isEqualTo("hotline:" + AGENT);
        assertThat(asked.header("X-Request-Id")).isEqualTo(requestId);
        assertThat(claims(asked)).contains("\"service_name\":\"test\"").doesNotContain(AGENT);

        StandIn.Arrival askedForProgress = only(sisters.registration());
        assertThat(askedForProgress.header("X-Request-Id")).isEqualTo(requestId);
        assertThat(claims(askedForProgress))
                .contains("\"service_name\":\"test\"")
                .doesNotContain(AGENT);
    }

    /** Although no traces are recorded here. */
    @Test
    void aCallersTraceIsHandedOnToBothSisters() {
        String parent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        openWithin(parent);

        for (StandIn sister : List.of(sisters.eligibility(), sisters.registration())) {
            assertThat(only(sister).header("traceparent")).isEqualTo(parent);
            assertThat(only(sister).header("tracestate")).isEqualTo(TRACE_STATE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00-00000000000000000000000000000000-00f067aa0ba902b7-01", "<script>"})
    void whatIsNoTraceIsNotHandedOn(String parent) {
        openWithin(parent);

        assertThat(only(sisters.eligibility()).header("traceparent")).isNull();
        assertThat(only(sisters.registration()).header("tracestate")).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void overACardThatIsKnownThePersonIsFollowed(int now) {
        sisters.eligibility().answers(200, Answers.standing(2, now));

        open(Answers.NUMBER.display());

        assertThat(only(sisters.registration()).uri().toString())
                .isEqualTo("/progress?personKey=" + Answers.PERSON_KEY);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5})
    void overACardWithNobodyBehindItTheCardIsFollowed(int now) {
        sisters.eligibility().answers(200, Answers.standing(4, now));

        open(Answers.NUMBER.display());

        assertThat(only(sisters.registration()).uri().toString())
                .isEqualTo("/progress?subjectKey=" + Answers.SUBJECT_KEY);
    }

    @Test
    void withoutAPersonTheCardIsFollowed() {
        sisters.eligibility()
                .answers(200, Answers.standing(2, 2).replace("\"personKey\":\"" + Answers.PERSON_KEY + "\",", ""));

        open(Answers.NUMBER.display());

        assertThat(only(sisters.registration()).uri().toString())
                .isEqualTo("/progress?subjectKey=" + Answers.SUBJECT_KEY);
    }

    /** What the inquiry service is told beyond the contract, by mistake or in a later version, goes no further. */
    @Test
    void whatASisterSaysBeyondTheContractIsNeitherMindedNorPassedOn() {
        sisters.eligibility().answers(200, Answers.standing(2, 2).replaceFirst("\\{", "{\"name\":\"髙橋 花子\","));
        sisters.registration()
                .answers(200, Answers.NOTHING_KNOWN.replaceFirst("\\{", "{\"birthDate\":\"1990-01-15\","));

        Response answer = open(Answers.NUMBER.display());

        answer.then().statusCode(200).body("progress.stage", equalTo("NOTHING_KNOWN"));
        assertThat(answer.asString()).doesNotContain("花子", "1990");
    }

    @Test
    void caseIsToldWithoutProgressWhileRegistrationIsAway() {
        whileAway(sisters.registration(), this::assertThatTheCaseIsToldWithoutProgress);

        open(Answers.NUMBER.display()).then().body("progress.stage", equalTo("NOTHING_KNOWN"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"503 | {}", "401 | {}", "200 | {\"stage\":\"A_LATER_STAGE\",\"overdue\":false}", "200 | no json"})
    void caseIsToldWithoutProgressWhenRegistrationsAnswerIsOfNoUse(int status, String body) {
        sisters.registration().answers(status, body);

        assertThatTheCaseIsToldWithoutProgress();
    }

    @Test
    void unknownNumberIsRefusedAsSuch() {
        sisters.eligibility().answers(404, "{\"code\":\"confirmation-not-found\",\"status\":404}");

        open(Answers.NUMBER.display()).then().statusCode(404).body("code", equalTo("confirmation-not-found"));
        assertThat(sisters.registration().arrivals()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "503 | {\"code\":\"undetermined\"}",
                "500 | {}",
                "401 | {}",
                "403 | {}",
                "200 | {}",
                "200 | no json"
            })
    void nothingIsToldWhenEligibilityCannotSay(int status, String body) {
        sisters.eligibility().answers(status, body);

        assertUnavailable(open(Answers.NUMBER.display()));
    }

    @Test
    void nothingIsToldWhileEligibilityIsAway() {
        whileAway(sisters.eligibility(), () -> assertUnavailable(open(Answers.NUMBER.display())));

        open(Answers.NUMBER.display()).then().statusCode(200);
    }

    private void assertThatTheCaseIsToldWithoutProgress() {
        open(Answers.NUMBER.display())
                .then()
                .statusCode(200)
                .body("now.validity", equalTo(2))
                .body("progress", nullValue())
                .body("sentence.ja", containsString("確認できません"));
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

    /** @param parent how a caller names the trace its request belongs to */
    private static void openWithin(String parent) {
        Tokens.as(Role.HOTLINE, AGENT)
                .header("traceparent", parent)
                .header("tracestate", TRACE_STATE)
                .get("/casefiles/" + Answers.NUMBER)
                .then()
                .statusCode(200);
    }

    private static void whileAway(StandIn sister, Runnable assertion) {
        sister.goAway();
        try {
            assertion.run();
        } finally {
            sister.comeBack();
        }
    }

    private static StandIn.Arrival only(StandIn sister) {
        assertThat(sister.arrivals()).hasSize(1);
        return sister.arrivals().get(0);
    }

    /** The claims of the token that came with a call. */
    private static String claims(StandIn.Arrival call) {
        String token = call.header("Authorization").substring("Bearer ".length());
        return new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
    }
}
