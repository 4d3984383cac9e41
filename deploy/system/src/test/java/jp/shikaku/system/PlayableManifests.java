package jp.shikaku.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The overlay {@code local} as kustomize renders it, made such that podman 4.3 plays it: on the network of the host, so with
 * addresses and ports of this machine; jobs as pods; secrets as podman keeps them, their volumes as config maps, which it
 * has not learnt otherwise. Probes are taken out, because podman would look for a shell to run them by: the test asks them.
 * All else is played as it is written.
 */
final class PlayableManifests {

    private static final YAMLMapper YAML =
            YAMLMapper.builder().disable(YAMLGenerator.Feature.SPLIT_LINES).build();

    /** A probe, as a cluster would ask it. */
    record Probe(String path, int port, int periodSeconds, int failureThreshold) {}

    private final List<ObjectNode> rendered = new ArrayList<>();

    PlayableManifests(Path overlay) throws IOException {
        Podman.Outcome outcome = Podman.run(Map.of(), "kubectl", "kustomize", overlay.toString());
        assertThat(outcome.code()).as(outcome.output()).isZero();
        try (MappingIterator<ObjectNode> documents =
                YAML.readerFor(ObjectNode.class).readValues(outcome.output())) {
            documents.forEachRemaining(rendered::add);
        }
    }

    private ObjectNode find(String kind, String name) {
        return rendered.stream()
                .filter(each -> each.path("kind").asText().equals(kind)
                        && each.at("/metadata/name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + kind + " " + name));
    }

    /** What of {@code service} is asked, and where. */
    Map<String, Probe> probes(String service, int adminPort) {
        JsonNode container = find("Deployment", service).at("/spec/template/spec/containers/0");
        // In this order: nobody asks whether it lives before it has started.
        Map<String, Probe> probes = new LinkedHashMap<>();
        for (String name : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
            JsonNode probe = container.path(name);
            assertThat(probe.at("/httpGet/port").asText()).isEqualTo("admin");
            probes.put(
                    name,
                    new Probe(
                            probe.at("/httpGet/path").asText(),
                            adminPort,
                            probe.path("periodSeconds").asInt(),
                            probe.path("failureThreshold").asInt()));
        }
        return probes;
    }

    /** Names of the keys that {@code service} takes from secrets, by secret. */
    Map<String, List<String>> secrets(String service) {
        return stream(find("Deployment", service).at("/spec/template/spec/containers/0/env"))
                .map(variable -> variable.at("/valueFrom/secretKeyRef"))
                .collect(Collectors.groupingBy(
                        reference -> reference.path("name").asText(),
                        TreeMap::new,
                        Collectors.mapping(reference -> reference.path("key").asText(), Collectors.toList())));
    }

    /** A secret as podman keeps it for pods. */
    static String secret(Map<String, String> values) throws IOException {
        ObjectNode secret = YAML.createObjectNode();
        values.forEach((key, value) ->
                secret.put(key, Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8))));
        return secret.toString();
    }

    /** The job that migrates the database of {@code service}. */
    String migration(String service, Map<String, String> settings) throws IOException {
        ObjectNode job = find("Job", service + "-migration");
        ObjectNode pod = YAML.createObjectNode().put("apiVersion", "v1").put("kind", "Pod");
        pod.putObject("metadata").put("name", service + "-migration");
        pod.set("spec", job.at("/spec/template/spec").deepCopy());
        ObjectNode spec = (ObjectNode) pod.path("spec");
        spec.put("restartPolicy", "Never");
        onThisMachine(spec);
        // A cluster prefers what the container says, podman 4.3 the config map: so it is said there.
        Map<String, String> own = new TreeMap<>(settings);
        stream(spec.at("/containers/0/env"))
                .filter(variable -> variable.has("value"))
                .forEach(variable -> own.put(
                        variable.path("name").asText(), variable.path("value").asText()));
        return written(config(service, own), pod);
    }

    /** The service, with {@code settings} in place of those that a cluster decides. */
    String service(String service, Map<String, String> settings) throws IOException {
        ObjectNode deployment = find("Deployment", service).deepCopy();
        ObjectNode spec = (ObjectNode) deployment.at("/spec/template/spec");
        onThisMachine(spec);
        return written(config(service, settings), deployment);
    }

    private ObjectNode config(String service, Map<String, String> settings) {
        ObjectNode config = find("ConfigMap", service + "-config").deepCopy();
        settings.forEach(((ObjectNode) config.path("data"))::put);
        return config;
    }

    private static void onThisMachine(ObjectNode pod) {
        pod.put("hostNetwork", true);
        ObjectNode container = (ObjectNode) pod.at("/containers/0");
        container.remove(List.of("startupProbe", "livenessProbe", "readinessProbe", "ports"));
        // There is one control group for all of this machine.
        container.remove("resources");
        stream(pod.path("volumes")).map(ObjectNode.class::cast).forEach(volume -> {
            JsonNode secret = volume.remove("secret");
            if (secret != null) {
                volume.putObject("configMap")
                        .put("name", secret.path("secretName").asText());
            }
        });
    }

    /** A config map with the contents of a file. */
    static ObjectNode file(String name, String key, String content) {
        ObjectNode map = YAML.createObjectNode().put("apiVersion", "v1").put("kind", "ConfigMap");
        map.putObject("metadata").put("name", name);
        map.putObject("data").put(key, content);
        return map;
    }

    static String written(ObjectNode... documents) throws IOException {
        StringBuilder text = new StringBuilder();
        for (ObjectNode document : documents) {
            text.append(YAML.writeValueAsString(document));
        }
        return text.toString();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return array instanceof ArrayNode nodes ? StreamSupport.stream(nodes.spliterator(), false) : Stream.empty();
    }
}
