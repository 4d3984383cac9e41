package jp.shikaku.registration.resident;

import java.util.Map;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class ResidentSetupTest {

    @Test
    void theTableIsTheRegisterUnlessConfiguredOtherwise() {
        assertThat(config(Map.of()).kind()).isEqualTo(ResidentRegisterConfig.Kind.TABLE);
        assertThat(config(Map.of("shikaku.resident-register.kind", "http")).kind())
                .isEqualTo(ResidentRegisterConfig.Kind.HTTP);
    }

    @Test
    void aLineWithoutAnAddressIsRefusedAtTheStart() {
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        ResidentSetup.refuseUnlessComplete(config(Map.of("shikaku.resident-register.kind", "http"))))
                .withMessageContaining("shikaku.resident-register.url");
        assertThatCode(() -> ResidentSetup.refuseUnlessComplete(config(Map.of(
                        "shikaku.resident-register.kind", "http",
                        "shikaku.resident-register.url", "https://register.example/inquiries"))))
                .doesNotThrowAnyException();
    }

    private static ResidentRegisterConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withMapping(ResidentRegisterConfig.class)
                .withDefaultValues(values)
                .build()
                .getConfigMapping(ResidentRegisterConfig.class);
    }
}
