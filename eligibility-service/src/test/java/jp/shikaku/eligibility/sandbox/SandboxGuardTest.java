package jp.shikaku.eligibility.sandbox;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SandboxGuardTest {

    private static final String LOCAL = "https://identity.shikaku.local";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://login.example.jp/realms/a",
                "https://local.example.jp",
                "urn:issuer",
                "https://x.local.jp"
            })
    void sandboxBesideOtherDataIsRefusedWhereRealPartiesSignIn(String issuer) {
        assertThatThrownBy(() -> SandboxGuard.check(issuer, true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("database of its own");
        assertThatCode(() -> SandboxGuard.check(issuer, false)).doesNotThrowAnyException();
    }

    @Test
    void sandboxBesideMadeUpDataIsAllowed() {
        assertThatCode(() -> SandboxGuard.check(LOCAL, true)).doesNotThrowAnyException();
    }
}
