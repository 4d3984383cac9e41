package jp.shikaku.kubernetes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import jp.shikaku.kubernetes.Manifests.Manifest;

import static org.assertj.core.api.Assertions.assertThat;

/** The databases fit what the services ask of them. */
class DatabaseTest {

    private static final Pattern OWN_WISHES =
            Pattern.compile("quarkus\\.datasource\\.(?:([a-z]+)\\.)?reactive\\.additional-properties\\..*");
    private static final Pattern POOL =
            Pattern.compile("quarkus\\.datasource\\.(?:([a-z]+)\\.)?(?:reactive|jdbc)\\.max-size");
    /** The operator's, the exporter's, those that follow, and somebody who looks. */
    private static final int OTHERS = 20;

    /** A pooler lends sessions that others have used: it refuses who brings plans and time-outs of its own. */
    @ParameterizedTest
    @ValueSource(strings = {"registration", "eligibility", "inquiry"})
    void connectionsWithWishesOfTheirOwnPassThePoolerBy(String service) throws IOException {
        JsonNode settings = find("base", "v1/ConfigMap", service + "-config").at("/data");
        Properties properties = properties(service);
        Set<String> withWishes = new TreeSet<>();
        for (String key : properties.stringPropertyNames()) {
            Matcher matcher = OWN_WISHES.matcher(key);
            if (matcher.matches()) {
                withWishes.add(matcher.group(1) == null ? "" : matcher.group(1));
            }
        }
        for (String source : withWishes) {
            String own = settings.path(variable(source)).asText();
            // Without an address of its own it has that of the first one.
            String address = own.isEmpty() ? settings.path(variable("")).asText() : own;
            assertThat(address).as(service + " " + source).contains(service + "-database-rw:5432/" + service);
        }
        assertThat(service.equals("inquiry") || !withWishes.isEmpty()).isTrue();
    }

    private static String variable(String source) {
        return "QUARKUS_DATASOURCE_" + (source.isEmpty() ? "" : source.toUpperCase(Locale.ROOT) + "_") + "REACTIVE_URL";
    }

    @ParameterizedTest
    @ValueSource(strings = {"registration", "eligibility", "inquiry"})
    void thereIsAConnectionForEveryReplicaThatMayBe(String service) throws IOException {
        Properties properties = properties(service);
        int perReplica = properties.stringPropertyNames().stream()
                .filter(key -> POOL.matcher(key).matches())
                .mapToInt(key -> Integer.parseInt(properties.getProperty(key)))
                .sum();
        HorizontalPodAutoscaler scaling = Manifests.in("kubernetes").stream()
                .filter(each -> each.kind().endsWith("/HorizontalPodAutoscaler")
                        && each.name().equals(service))
                .findFirst()
                .orElseThrow()
                .read(HorizontalPodAutoscaler.class);
        int connections = find("base", "postgresql.cnpg.io/v1/Cluster", service + "-database")
                .at("/spec/postgresql/parameters/max_connections")
                .asInt();
        assertThat(connections)
                .isGreaterThanOrEqualTo(perReplica * scaling.getSpec().getMaxReplicas() + OTHERS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"registration", "eligibility", "inquiry"})
    void aCommitIsOnTwoMachinesAndOneMayFail(String service) {
        JsonNode spec = find("base", "postgresql.cnpg.io/v1/Cluster", service + "-database")
                .at("/spec");
        assertThat(spec.path("instances").asInt()).isGreaterThanOrEqualTo(3);
        assertThat(spec.path("minSyncReplicas").asInt()).isEqualTo(1);
        assertThat(spec.at("/affinity/enablePodAntiAffinity").asBoolean()).isTrue();
        assertThat(spec.at("/postgresql/parameters/log_parameter_max_length").asText())
                .as("values of statements are personal data")
                .isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"registration", "eligibility", "inquiry"})
    void inProductionEveryNightIsKeptAndEveryChangeSince(String service) {
        JsonNode store = find("production", "postgresql.cnpg.io/v1/Cluster", service + "-database")
                .at("/spec/backup");
        assertThat(store.path("retentionPolicy").asText()).isEqualTo("30d");
        assertThat(store.at("/barmanObjectStore/destinationPath").asText()).endsWith("/" + service);
        for (String what : List.of("wal", "data")) {
            assertThat(store.at("/barmanObjectStore/" + what + "/encryption").asText())
                    .isEqualTo("AES256");
        }
        JsonNode schedule = find("production", "postgresql.cnpg.io/v1/ScheduledBackup", service + "-database")
                .at("/spec");
        assertThat(schedule.at("/cluster/name").asText()).isEqualTo(service + "-database");
        assertThat(schedule.path("schedule").asText().split(" ")).hasSize(6);
    }

    private static JsonNode find(String where, String kind, String name) {
        return Manifests.in("kubernetes").stream()
                .filter(each -> each.where().contains("/" + where + "/"))
                .filter(each -> each.kind().equals(kind) && each.name().equals(name))
                .map(Manifest::content)
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + kind + " " + name + " in " + where));
    }

    private static Properties properties(String service) throws IOException {
        Properties properties = new Properties();
        try (InputStream file = Files.newInputStream(
                Manifests.root().resolve(service + "-service/src/main/resources/application.properties"))) {
            properties.load(file);
        }
        return properties;
    }
}
