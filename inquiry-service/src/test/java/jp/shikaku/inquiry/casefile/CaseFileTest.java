package jp.shikaku.inquiry.casefile;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import jp.shikaku.contracts.number.ConfirmationNumber;
import jp.shikaku.inquiry.world.InquiryTest;
import jp.shikaku.inquiry.world.Sisters;
import jp.shikaku.inquiry.world.StandIn;
import jp.shikaku.kit.testing.ServiceEnvironment;
import jp.shikaku.kit.testing.Tokens;
import jp.shikaku.local.identity.Role;
import jp.shikaku.local.postgres.LocalPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@InquiryTest
class CaseFileTest {

    private static final String AGENT = "agent-7";
    private static final ConfirmationNumber NUMBER = ConfirmationNumber.ofBits(0x0c0ffeeL);
    private static final String SUBJECT_KEY = "S".repeat(42) + "A";
    private static final String PERSON_KEY = "P".repeat(42) + "A";
    private static final String NOTHING_KNOWN = progress("NOTHING_KNOWN", null, null, false);

    /** Every field a case file may have, as a path. */
    private static final Set<String> CONTRACT = Set.of(
            "confirmationNumber",
            "askedAt",
            "nextDate",
            "displayGuide",
            "shown.asOf",
            "shown.validity",
            "shown.display.ja",
            "shown.display.en",
            "shown.prescription.form",
            "shown.prescription.reason.ja",
            "shown.prescription.reason.en",
            "now.asOf",
            "now.validity",
            "now.display.ja",
            "now.display.en",
            "now.prescription.form",
            "now.prescription.reason.ja",
            "now.prescription.reason.en",
            "progress.stage",
            "progress.since",
            "progress.dueOn",
            "progress.overdue",
            "sentence.ja",
            "sentence.en",
            "nextStep.ja",
            "nextStep.en");

    Sisters sisters;
    LocalPostgres postgres;

    @BeforeEach
    void bothSistersAnswer() {
        sisters.eligibility().answers(200, standing(2, 2));
        sisters.registration().answers(200, NOTHING_KNOWN);
        sisters.eligibility().forget();
        sisters.registration().forget();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
            # shown, now, stage,                since,      due,        overdue, sentence,             step,           next
            2,       2,   WAITING_FOR_EMPLOYER, 2026-04-03, 2026-04-10, false,   早ければ4月10日です,    新しい勤め先に, 2026-04-10
            2,       2,   WAITING_FOR_EMPLOYER, 2026-03-03, 2026-03-10, true,    3月10日でした,         新しい勤め先に, -
            2,       2,   WAITING_FOR_INSURER,  2026-04-03, 2026-04-10, false,   期限は4月10日です,     お待ちください, 2026-04-10
            2,       2,   WAITING_FOR_INSURER,  2026-03-03, 2026-03-10, true,    3月10日を過ぎても,     保険者に,       -
            4,       4,   BEING_CONFIRMED,      2026-04-03, 2026-04-10, false,   4月3日から保険者が,    保険者に,       2026-04-10
            4,       4,   BEING_CONFIRMED,      2026-04-03, -,          false,   4月3日から保険者が,    保険者に,       -
            4,       4,   BEING_CONFIRMED,      2026-03-03, 2026-03-10, true,    3月10日を過ぎています, 保険者に,       -
            4,       4,   BEING_LINKED,         2026-04-03, -,          false,   まもなく反映されます,  数分おいて,     -
            4,       4,   LINKED,               -,          -,          false,   一致しません,          生年月日と枝番, -
            2,       2,   LINKED,               -,          -,          false,   現在有効ではありません, 取得日と喪失日, -
            4,       4,   NOTHING_KNOWN,        -,          -,          false,   まだ見つかりません,    正しければ,     -
            2,       3,   LINKED,               -,          -,          false,   別の新しい資格,        新しい資格確認書, -
            4,       1,   LINKED,               -,          -,          false,   現在は「資格（有効）」, もう一度照会,   -
            1,       1,   LINKED,               -,          -,          false,   現在も有効です,        必要な手続は,   -
            5,       5,   NOTHING_KNOWN,        -,          -,          false,   お一人に特定できません, 枝番,          -
            """)
    void everyDisplayIsExplainedByWhereItWaits(
            int shown,
            int now,
            String stage,
            String since,
            String due,
            boolean overdue,
            String sentence,
            String step,
            String next) {
        sisters.eligibility().answers(200, standing(shown, now));
        sisters.registration().answers(200, progress(stage, since, due, overdue));

        open(NUMBER.display())
                .then()
                .statusCode(200)
                .body("confirmationNumber", equalTo(NUMBER.display()))
                .body("askedAt", equalTo("2026-04-08T10:00:00+09:00"))
                .body("shown.validity", equalTo(shown))
                .body("now.validity", equalTo(now))
                .body("progress.stage", equalTo(stage))
                .body("progress.since", since == null ? nullValue() : equalTo(since))
                .body("progress.dueOn", due == null ? nullValue() : equalTo(due))
                .body("progress.overdue", equalTo(overdue))
                .body("sentence.ja", containsString(sentence))
                .body("sentence.en", notNullValue())
                .body("nextStep.ja", containsString(step))
                .body("nextStep.en", notNullValue())
                .body("nextDate", next == null ? nullValue() : equalTo(next));
    }

    @ParameterizedTest
    @CsvSource({"1, valid", "2, invalid", "3, invalid-newer-coverage", "4, not-found", "5, several-candidates"})
    void caseLeadsToTheExplanationOfWhatWasShown(int shown, String slug) {
        sisters.eligibility().answers(200, standing(shown, 1));

        open(NUMBER.display()).then().body("displayGuide", equalTo("/displays/" + slug));
    }

    @Test
    void answerHasTheFieldsOfTheContractAndNoKey() {
        sisters.registration().answers(200, progress("BEING_CONFIRMED", "2026-04-03", "2026-04-10", false));

        Response answer = open(NUMBER.display());

        Set<String> fields = new TreeSet<>();
        collect("", answer.jsonPath().getMap(""), fields);
        assertThat(fields).isEqualTo(new TreeSet<>(CONTRACT));
        assertThat(answer.asString()).doesNotContain(SUBJECT_KEY, PERSON_KEY);
    }

    /** What the inquiry service is told beyond the contract, by mistake or in a later version, goes no further. */
    @Test
    void whatASisterSaysBeyondTheContractIsNeitherMindedNorPassedOn() {
        sisters.eligibility().answers(200, standing(2, 2).replaceFirst("\\{", "{\"name\":\"髙橋 花子\","));
        sisters.registration().answers(200, NOTHING_KNOWN.replaceFirst("\\{", "{\"birthDate\":\"1990-01-15\","));

        Response answer = open(NUMBER.display());

        answer.then().statusCode(200).body("progress.stage", equalTo("NOTHING_KNOWN"));
        assertThat(answer.asString()).doesNotContain("花子", "1990");
    }

    @Test
    void eligibilityIsAskedByTheServiceForTheAgentUnderTheSameRequestId() {
        String requestId = UUID.randomUUID().toString();
        Tokens.as(Role.HOTLINE, AGENT)
                .header("X-Request-Id", requestId)
                .get("/casefiles/" + NUMBER)
                .then()
                .statusCode(200)
                .header("X-Request-Id", requestId);

        StandIn.Arrival asked = only(sisters.eligibility());
        assertThat(asked.method()).isEqualTo("GET");
        assertThat(asked.uri().toString()).isEqualTo("/confirmations/" + NUMBER.value() + "/standing");
        assertThat(asked.header("X-On-Behalf-Of")).isEqualTo("hotline:" + AGENT);
        assertThat(asked.header("X-Request-Id")).isEqualTo(requestId);
        assertThat(claims(asked)).contains("\"service_name\":\"test\"").doesNotContain(AGENT);

        StandIn.Arrival askedForProgress = only(sisters.registration());
        assertThat(askedForProgress.header("X-Request-Id")).isEqualTo(requestId);
        assertThat(claims(askedForProgress))
                .contains("\"service_name\":\"test\"")
                .doesNotContain(AGENT);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void overACardThatIsKnownThePersonIsFollowed(int now) {
        sisters.eligibility().answers(200, standing(2, now));

        open(NUMBER.display());

        assertThat(only(sisters.registration()).uri().toString()).isEqualTo("/progress?personKey=" + PERSON_KEY);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5})
    void overACardWithNobodyBehindItTheCardIsFollowed(int now) {
        sisters.eligibility().answers(200, standing(4, now));

        open(NUMBER.display());

        assertThat(only(sisters.registration()).uri().toString()).isEqualTo("/progress?subjectKey=" + SUBJECT_KEY);
    }

    @Test
    void withoutAPersonTheCardIsFollowed() {
        sisters.eligibility().answers(200, standing(2, 2).replace("\"personKey\":\"" + PERSON_KEY + "\",", ""));

        open(NUMBER.display());

        assertThat(only(sisters.registration()).uri().toString()).isEqualTo("/progress?subjectKey=" + SUBJECT_KEY);
    }

    @Test
    void caseIsToldWithoutProgressWhileRegistrationIsAway() {
        sisters.registration().goAway();
        try {
            assertThatTheCaseIsToldWithoutProgress();
        } finally {
            sisters.registration().comeBack();
        }
        open(NUMBER.display()).then().body("progress.stage", equalTo("NOTHING_KNOWN"));
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

        open(NUMBER.display()).then().statusCode(404).body("code", equalTo("confirmation-not-found"));
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

        assertUnavailable(open(NUMBER.display()));
    }

    @Test
    void nothingIsToldWhileEligibilityIsAway() {
        sisters.eligibility().goAway();
        try {
            assertUnavailable(open(NUMBER.display()));
        } finally {
            sisters.eligibility().comeBack();
        }
        open(NUMBER.display()).then().statusCode(200);
    }

    @Test
    void numberIsForgivenHowItWasHeard() {
        String heard = NUMBER.value().toLowerCase().replace('0', 'o').replace('1', 'l');

        open(heard).then().statusCode(200).body("confirmationNumber", equalTo(NUMBER.display()));
        assertThat(only(sisters.eligibility()).uri().getPath()).contains(NUMBER.value());
    }

    @ParameterizedTest
    @CsvSource({"check, confirmation-number-check-character", "short, confirmation-number-format"})
    void numberThatWasMisheardIsToldFromOneThatDoesNotExist(String slip, String code) {
        String misheard = slip.equals("short")
                ? NUMBER.value().substring(1)
                : NUMBER.value().replace('Z', '7').replaceFirst("^0", "2");
        long before = looks().size();

        open(misheard)
                .then()
                .statusCode(422)
                .body("code", equalTo("values-invalid"))
                .body("errors[0].pointer", equalTo("path:confirmationNumber"))
                .body("errors[0].code", equalTo(code));

        assertThat(sisters.eligibility().arrivals()).isEmpty();
        assertThat(looks()).hasSize((int) before);
    }

    @Test
    void lookIsRecordedBeforeAnythingIsAsked() {
        String requestId = UUID.randomUUID().toString();
        AtomicLong recorded = new AtomicLong(-1);
        sisters.eligibility().answers(arrival -> {
            recorded.set(
                    looks().stream().filter(look -> look.contains(requestId)).count());
            return new StandIn.Answer(200, standing(2, 2));
        });

        Tokens.as(Role.HOTLINE, AGENT).header("X-Request-Id", requestId).get("/casefiles/" + NUMBER);

        assertThat(recorded).hasValue(1);
        assertThat(looks()).contains(String.join(" ", AGENT, NUMBER.value(), requestId));
    }

    @Test
    void nothingIsToldThatCannotBeRecorded() {
        postgres.stop();
        try {
            assertUnavailable(open(NUMBER.display()));
            assertThat(sisters.eligibility().arrivals()).isEmpty();
        } finally {
            postgres.start();
        }
        open(NUMBER.display()).then().statusCode(200);
    }

    private void assertThatTheCaseIsToldWithoutProgress() {
        open(NUMBER.display())
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

    private static StandIn.Arrival only(StandIn sister) {
        assertThat(sister.arrivals()).hasSize(1);
        return sister.arrivals().get(0);
    }

    /** The claims of the token that came with a call. */
    private static String claims(StandIn.Arrival call) {
        String token = call.header("Authorization").substring("Bearer ".length());
        return new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
    }

    private static void collect(String prefix, Map<?, ?> object, Set<String> paths) {
        object.forEach((name, value) -> {
            if (value instanceof Map<?, ?> inner) {
                collect(prefix + name + ".", inner, paths);
            } else {
                paths.add(prefix + name);
            }
        });
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

    private static String standing(int shown, int now) {
        return """
                {"confirmationNumber":"%s","askedAt":"2026-04-08T10:00:00+09:00","shown":%s,"now":%s,
                "personKey":"%s","subjectKey":"%s"}"""
                .formatted(
                        NUMBER.display(),
                        shown("2026-04-08", shown),
                        shown("2026-04-08", now),
                        PERSON_KEY,
                        SUBJECT_KEY);
    }

    private static String shown(String asOf, int validity) {
        return """
                {"asOf":"%s","validity":%d,"display":{"ja":"表示","en":"display"},
                "prescription":{"form":"PAPER","reason":{"ja":"紙","en":"paper"}}}"""
                .formatted(asOf, validity);
    }

    private static String progress(String stage, String since, String due, boolean overdue) {
        String dates = (since == null ? "" : "\"since\":\"%s\",".formatted(since))
                + (due == null ? "" : "\"dueOn\":\"%s\",".formatted(due));
        return "{\"stage\":\"%s\",%s\"overdue\":%s}".formatted(stage, dates, overdue);
    }
}
