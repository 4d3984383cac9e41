package jp.shikaku.registration.linkage;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DeliveryOutcomeTest {

    @ParameterizedTest
    @CsvSource({
        "200, '', DELIVERED",
        "204, '', DELIVERED",
        "409, coverage-version-stale, DELIVERED",
        "409, coverage-version-conflict, REFUSED",
        "422, values-invalid, REFUSED",
        "400, unknown-field, REFUSED",
        "413, body-too-large, REFUSED",
        "401, token-invalid, LATER",
        "403, role-not-allowed, LATER",
        "404, path-unknown, LATER",
        "405, method-not-allowed, LATER",
        "408, '', LATER",
        "429, '', LATER",
        "500, internal-error, LATER",
        "503, temporarily-unavailable, LATER",
        "302, '', LATER",
    })
    void anAnswerMeans(int status, String problemCode, DeliveryOutcome outcome) {
        assertThat(DeliveryOutcome.of(status, problemCode)).isEqualTo(outcome);
    }
}
