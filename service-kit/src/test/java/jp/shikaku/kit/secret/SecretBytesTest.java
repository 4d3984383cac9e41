package jp.shikaku.kit.secret;

import java.util.Base64;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class SecretBytesTest {

    @Test
    void aSecretIsReadFromBase64() {
        String secret = Base64.getEncoder().encodeToString(new byte[32]);

        assertThat(SecretBytes.read("shikaku.some-secret", secret + "\n", 32)).hasSize(32);
    }

    @Test
    void aBadSecretIsNamedAndNotQuoted() {
        assertThatIllegalStateException()
                .isThrownBy(() -> SecretBytes.read("shikaku.some-secret", "not base64!", 32))
                .withMessage("shikaku.some-secret is not base64");
        assertThatIllegalStateException()
                .isThrownBy(() -> SecretBytes.read("shikaku.some-secret", "c2hvcnQ=", 32))
                .withMessage("shikaku.some-secret has fewer than 32 bytes");
    }
}
