package jp.shikaku.kubernetes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import jp.shikaku.kubernetes.Manifests.Manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/** What would be applied. Skipped, and it says so, where there is no kubectl. */
class KustomizeTest {

    @BeforeEach
    void needsKubectl() {
        Assumptions.assumeTrue(
                Path.of("/usr/bin/kubectl").toFile().canExecute()
                        || Path.of("/usr/local/bin/kubectl").toFile().canExecute(),
                "kubectl is not installed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "production"})
    void overlaysAreWholeAndStillReadStrictly(String overlay) throws Exception {
        List<Manifest> built = Manifests.parse(overlay, kustomize("overlays/" + overlay));

        assertThat(built.stream().filter(each -> each.kind().equals("apps/v1/Deployment")))
                .hasSize(3);
        built.stream().filter(Manifest::isKnown).forEach(manifest -> assertThatCode(manifest::read)
                .as(manifest.kind() + " " + manifest.name())
                .doesNotThrowAnyException());
        assertThat(built.stream()
                        .filter(each -> !each.kind().equals("v1/Namespace"))
                        .map(each -> each.content().at("/metadata/namespace").asText()))
                .containsOnly("shikaku");
        assertThat(built.stream()
                        .filter(each -> each.kind().equals("apps/v1/Deployment"))
                        .map(each -> each.content()
                                .at("/spec/template/spec/containers/0/image")
                                .asText()))
                .allMatch(image -> image.matches("(localhost|registry\\.example)/shikaku/[a-z]+-service:[a-z0-9.]+"));
    }

    /** A component is no overlay: it is taken into one that has nothing else. */
    @ParameterizedTest
    @ValueSource(strings = {"hotline-in-answers", "traces", "virtual-machine"})
    void componentsFitTheBase(String component) throws Exception {
        Path overlay = Files.createDirectories(Path.of("target", "with-" + component));
        Path kubernetes = overlay.toAbsolutePath().relativize(Manifests.root().resolve("deploy/kubernetes"));
        Files.writeString(
                overlay.resolve("kustomization.yaml"),
                """
                apiVersion: kustomize.config.k8s.io/v1beta1
                kind: Kustomization
                resources: [%s/base]
                components: [%s/components/%s]
                """
                        .formatted(kubernetes, kubernetes, component));

        List<Manifest> base = Manifests.parse("base", kustomize("base"));
        List<Manifest> built = Manifests.parse(component, kustomize("target/with-" + component));

        built.stream().filter(Manifest::isKnown).forEach(manifest -> assertThatCode(manifest::read)
                .as(manifest.kind() + " " + manifest.name())
                .doesNotThrowAnyException());
        assertThat(built.stream().map(Manifest::content).toList())
                .as("what the component changes or adds")
                .isNotEqualTo(base.stream().map(Manifest::content).toList());
    }

    private static String kustomize(String folder) throws IOException, InterruptedException {
        Path log = Files.createTempFile("kustomize", ".log");
        Process kubectl = new ProcessBuilder(
                        "kubectl",
                        "kustomize",
                        Manifests.root()
                                .resolve("deploy/kubernetes")
                                .resolve(folder)
                                .toString())
                .redirectError(log.toFile())
                .start();
        String built = new String(kubectl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(kubectl.waitFor()).as(Files.readString(log)).isZero();
        return built;
    }
}
