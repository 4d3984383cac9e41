package jp.shikaku.registration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jp.shikaku.kit.testing.Tokens;
import jp.shikaku.local.identity.Role;
import jp.shikaku.local.postgres.LocalPostgres;
import jp.shikaku.registration.world.Citizen;
import jp.shikaku.registration.world.Days;
import jp.shikaku.registration.world.Desk;
import jp.shikaku.registration.world.EligibilityStandIn;
import jp.shikaku.registration.world.LogLines;
import jp.shikaku.registration.world.RegistrationTest;
import jp.shikaku.registration.world.Rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

/** Whose a certificate is goes through here as keys, and leaves nothing behind (R5). */
@RegistrationTest
class CertificateBindingTest {

    private static final String SERIAL = "3F:0A:77:91:C2:5E";

    EligibilityStandIn eligibility;
    LocalPostgres postgres;
    private final Citizen hanako = Citizen.hanako();

    @BeforeEach
    @AfterEach
    void reset() {
        eligibility.reset();
    }

    @Test
    void keysGoToEligibilityAndNumbersStay() {
        try (LogLines log = LogLines.ofLife()) {
            Map<String, Long> before = new Rows(postgres).counts();

            bind(binding()).then().statusCode(200).body("outcomes", contains("APPLIED"));

            assertThat(eligibility.certificates()).singleElement().satisfies(body -> assertThat(body)
                    .contains("\"state\":\"ACTIVE\"", "\"expiresOn\":\"2030-01-15\"", "\"version\":1")
                    .containsPattern("\"personKey\":\"[A-Za-z0-9_-]{43}\"")
                    .containsPattern("\"certificateKey\":\"[A-Za-z0-9_-]{43}\"")
                    .doesNotContain(hanako.individualNumber(), "3F0A7791C25E", SERIAL));
            assertThat(String.join("\n", log.lines()))
                    .doesNotContain(hanako.individualNumber(), "3F0A7791C25E", SERIAL);
            assertThat(new Rows(postgres).counts()).as("nothing is kept").isEqualTo(before);
        }
    }

    @Test
    void personIsTheOneTheInsurerEnrols() {
        Desk.knowParties();
        Desk.knowResident(hanako);
        String id = Desk.enrol(hanako.enrolment(Days.ago(3))).path("id");
        await().untilAsserted(() -> assertThat(eligibility.arrivals(id)).isNotEmpty());
        String enrolled = personKey(eligibility.arrivals(id).get(0).body());

        bind(binding()).then().statusCode(200);

        assertThat(personKey(eligibility.certificates().get(0))).isEqualTo(enrolled);
    }

    @Test
    void readersWriteOneSerialNumberInManyWays() {
        bind(List.of(binding(), with(binding(), "serial", "00 3f0a7791c25e")))
                .then()
                .statusCode(200);

        assertThat(eligibility
                        .certificates()
                        .get(0)
                        .split("certificateKey\":\"")[1]
                        .substring(0, 43))
                .isEqualTo(eligibility
                        .certificates()
                        .get(0)
                        .split("certificateKey\":\"")[2]
                        .substring(0, 43));
    }

    /** R2: what did not arrive is not acknowledged. */
    @Test
    void whileEligibilityIsAwayNothingIsAcknowledged() {
        eligibility.goAway();
        try {
            bind(binding()).then().statusCode(503).body("code", equalTo("temporarily-unavailable"));
        } finally {
            eligibility.comeBack();
        }
    }

    @Test
    void everythingWrongIsToldAtOnceAndNothingIsHandedOn() {
        Map<String, Object> wrong =
                Map.of("serial", "xyz", "version", 0, "individualNumber", "123456789012", "state", "LOST");

        bind(List.of(binding(), wrong))
                .then()
                .statusCode(422)
                .body(
                        "errors.pointer",
                        contains(
                                "/bindings/1/version",
                                "/bindings/1/serial",
                                "/bindings/1/individualNumber",
                                "/bindings/1/state",
                                "/bindings/1/expiresOn"))
                .body(
                        "errors.code",
                        contains(
                                "version-range",
                                "certificate-serial-format",
                                "individual-number-check-digit",
                                "code-unknown",
                                "value-required"));
        bind(List.of()).then().statusCode(422).body("errors.code", contains("batch-size"));

        assertThat(eligibility.certificates()).isEmpty();
    }

    private Map<String, Object> binding() {
        return Map.of(
                "serial",
                SERIAL,
                "version",
                1,
                "individualNumber",
                hanako.individualNumber(),
                "state",
                "ACTIVE",
                "expiresOn",
                "2030-01-15");
    }

    private static Map<String, Object> with(Map<String, Object> binding, String field, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(binding);
        changed.put(field, value);
        return changed;
    }

    private static Response bind(Map<String, Object> binding) {
        return bind(List.of(binding));
    }

    private static Response bind(List<Map<String, Object>> bindings) {
        return Tokens.as(Role.CERTIFIER, "jpki")
                .contentType(ContentType.JSON)
                .body(Map.of("bindings", bindings))
                .post("/certificate-bindings");
    }

    private static String personKey(String body) {
        return body.split("personKey\":\"")[1].substring(0, 43);
    }
}
