package jp.shikaku.eligibility.webhook;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ValueFault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WebhookUrlTest {

    @Test
    void partsAreThoseOfTheAddress() {
        assertThat(WebhookUrl.of("https://clinic.example/hooks?of=shikaku", false))
                .isEqualTo(new WebhookUrl(
                        "https://clinic.example/hooks?of=shikaku", true, "clinic.example", 443, "/hooks?of=shikaku"));
        assertThat(WebhookUrl.of("http://[fd00::1]:8080", true))
                .isEqualTo(new WebhookUrl("http://[fd00::1]:8080", false, "fd00::1", 8080, "/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://clinic.example/",
                "ftp://clinic.example/",
                "file:///etc/passwd",
                "https:/clinic.example",
                "https://user:word@clinic.example/",
                "https://clinic.example/#part",
                "https://",
                "clinic.example",
                "https://clinic example/",
                "https://病院.example/"
            })
    void whatIsNoAddressForMessagesIsRefused(String text) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> WebhookUrl.of(text, false))
                .satisfies(refused -> assertThat(refused.fault()).isEqualTo(ValueFault.WEBHOOK_ADDRESS));
    }
}
