package jp.shikaku.kit.start;

import java.net.URI;
import java.util.Map;
import java.util.Properties;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

class SettingFaultTest {

    private final Properties catalogue = new Properties();

    SettingFaultTest() {
        catalogue.setProperty("shikaku.ticket.window", "a time (PT1H)");
    }

    @Test
    void settingIsFoundBehindWhatQuotesItAndItsValueIsNot() {
        Throwable failure = new RuntimeException(
                "Failed to start",
                new IllegalArgumentException(
                        "SRCFG00039: The config property shikaku.ticket.window with the config value \"soon\" threw an Exception"));

        assertThat(SettingFault.in(failure, catalogue).orElseThrow().advice())
                .contains("shikaku.ticket.window", "a time (PT1H)", "SHIKAKU_TICKET_WINDOW", "docs/configuration.md")
                .doesNotContain("soon");
    }

    @Test
    void missingSettingIsToldFromAWrongOne() {
        catalogue.setProperty("shikaku.insurer.url", "an address");
        assertThat(advice(Map.of())).contains("shikaku.insurer.url is not set: it has to be an address");
        assertThat(advice(Map.of("shikaku.insurer.url", ""))).contains("is not set");
        assertThat(advice(Map.of("shikaku.insurer.url", "not an address"))).contains("cannot be used as it is");
    }

    private String advice(Map<String, String> settings) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build();
        Throwable failure = catchThrowable(() -> config.getValue("shikaku.insurer.url", URI.class));
        return SettingFault.in(failure, catalogue).orElseThrow().advice();
    }

    @Test
    void settingOfTheFrameworkIsNamedWithoutItsKind() {
        Throwable failure = new IllegalStateException("quarkus.datasource.jdbc.url is not an address");

        assertThat(SettingFault.in(failure, catalogue).orElseThrow().advice())
                .contains("QUARKUS_DATASOURCE_JDBC_URL")
                .doesNotContain("it has to be");
    }

    @Test
    void aFailureForAnotherReasonIsNotTakenForASetting() {
        assertThat(SettingFault.in(new IllegalStateException("port 8081 is taken"), catalogue))
                .isEmpty();
        assertThat(SettingFault.in(new NullPointerException(), catalogue)).isEmpty();
        assertThat(SettingFault.in(
                        new RuntimeException("io.quarkus.runtime.QuarkusBindException: Port 8081 is taken"), catalogue))
                .isEmpty();
    }
}
