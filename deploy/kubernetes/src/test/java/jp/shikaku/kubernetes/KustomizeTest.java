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
