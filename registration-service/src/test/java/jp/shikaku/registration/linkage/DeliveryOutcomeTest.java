package jp.shikaku.registration.linkage;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DeliveryOutcomeTest {

    @ParameterizedTest
    @CsvSource({
        "200, DELIVERED",
        "204, DELIVERED",
        "400, REFUSED",
        "409, REFUSED",
        "413, REFUSED",
        "422, REFUSED",
        "401, LATER",
        "403, LATER",
        "404, LATER",
        "405, LATER",
        "408, LATER",
        "425, LATER",
        "429, LATER",
        "500, LATER",
        "503, LATER",
        "302, LATER",
    })
    void anAnswerMeans(int status, DeliveryOutcome outcome) {
        assertThat(DeliveryOutcome.of(status)).isEqualTo(outcome);
    }
}
