package jp.shikaku.kubernetes;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import org.junit.jupiter.api.Test;

import jp.shikaku.kubernetes.Manifests.Manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ManifestTest {

    /** Of the operator of the databases; their fields are known to nobody here. */
    private static final Set<String> UNKNOWN = Set.of(
            "postgresql.cnpg.io/v1/Cluster", "postgresql.cnpg.io/v1/Pooler", "postgresql.cnpg.io/v1/ScheduledBackup");

    private final List<Manifest> all = Stream.of("kubernetes", "observability")
            .flatMap(folder -> Manifests.in(folder).stream())
            .toList();

    @Test
    void everyFieldOfEveryManifestExistsAndIsOfItsType() {
        assertThat(all).hasSizeGreaterThan(40);
        all.stream().filter(Manifest::isKnown).forEach(manifest -> assertThatCode(manifest::read)
                .as(manifest.where() + " " + manifest.name())
                .doesNotThrowAnyException());
        assertThat(all.stream().filter(manifest -> !manifest.isKnown()).map(Manifest::kind))
                .isSubsetOf(UNKNOWN);
    }

    @Test
    void aFieldThatDoesNotExistIsFound() {
        Manifest mistyped = Manifests.parse(
                        "here",
                        """
                        apiVersion: apps/v1
                        kind: Deployment
                        spec:
                          template:
                            spec:
                              containers:
                                - name: service
                                  livenesProbe: {}
                        """)
                .get(0);
        assertThatThrownBy(mistyped::read).hasMessageContaining("livenesProbe");
    }

    @Test
    void podsMayDoNothingButTheirWork() {
        assertThat(pods()).hasSize(6);
        pods().forEach(ManifestTest::assertRestricted);
    }

    @Test
    void aPodThatMayMoreIsFound() {
        PodSpec pod = pods().get(0);
        pod.getContainers().get(0).getSecurityContext().setReadOnlyRootFilesystem(false);
        assertThatThrownBy(() -> assertRestricted(pod)).isInstanceOf(AssertionError.class);
    }

    private static void assertRestricted(PodSpec pod) {
        assertThat(pod.getAutomountServiceAccountToken()).isFalse();
        assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
        for (Container container : pod.getContainers()) {
            SecurityContext security = container.getSecurityContext();
            assertThat(security.getAllowPrivilegeEscalation()).isFalse();
            assertThat(security.getReadOnlyRootFilesystem()).isTrue();
            assertThat(security.getCapabilities().getDrop()).containsExactly("ALL");
            assertThat(container.getResources().getLimits()).containsKey("memory");
            assertThat(container.getResources().getRequests()).containsKeys("memory", "cpu");
        }
    }

    @Test
    void servicesAreAskedOnTheAdminPortAndHaveTimeToLeave() {
        List<Deployment> services = deployments();
        assertThat(services).hasSize(3);
        for (Deployment service : services) {
            PodSpec pod = service.getSpec().getTemplate().getSpec();
            Container container = pod.getContainers().get(0);
            assertProbe(container.getStartupProbe(), "/q/health/started");
            assertProbe(container.getLivenessProbe(), "/q/health/live");
            assertProbe(container.getReadinessProbe(), "/q/health/ready");
            assertThat(service.getSpec().getReplicas()).as("the autoscaler's").isNull();
            assertThat(pod.getTerminationGracePeriodSeconds())
                    .isGreaterThan(
                            seconds(service, "QUARKUS_SHUTDOWN_DELAY") + seconds(service, "QUARKUS_SHUTDOWN_TIMEOUT"));
        }
    }

    /** What nobody has learnt of is asked by nobody: two failed probes, and the delay is not over. */
    @Test
    void readinessIsAskedAgainBeforeAReplicaGoes() {
        for (Deployment service : deployments()) {
            Probe readiness = service.getSpec()
                    .getTemplate()
                    .getSpec()
                    .getContainers()
                    .get(0)
                    .getReadinessProbe();
            assertThat(seconds(service, "QUARKUS_SHUTDOWN_DELAY"))
                    .isGreaterThan((long) readiness.getPeriodSeconds() * readiness.getFailureThreshold());
        }
    }

    @Test
    void noReplicaMigrates() {
        Manifests.in("kubernetes").stream()
                .filter(manifest -> manifest.kind().equals("v1/ConfigMap")
                        && manifest.where().contains("base"))
                .forEach(config -> assertThat(config.content()
                                .at("/data/QUARKUS_FLYWAY_MIGRATE_AT_START")
                                .asText())
                        .as(config.name())
                        .isEqualTo("false"));
    }

    @Test
    void secretsAreNamedAndNeverWritten() {
        assertThat(all.stream().map(Manifest::kind)).doesNotContain("v1/Secret");
        pods().stream()
                .flatMap(pod -> pod.getContainers().stream())
                .flatMap(container -> container.getEnv().stream())
                .filter(variable -> variable.getName().matches(".*(SECRET|KEY|PASSWORD).*"))
                .forEach(variable ->
                        assertThat(variable.getValue()).as(variable.getName()).isNull());
    }

    private static void assertProbe(Probe probe, String path) {
        assertThat(probe.getHttpGet().getPath()).isEqualTo(path);
        assertThat(probe.getHttpGet().getPort().getStrVal()).isEqualTo("admin");
    }

    private long seconds(Deployment service, String setting) {
        String name = service.getMetadata().getName() + "-config";
        return all.stream()
                .filter(manifest ->
                        manifest.where().contains("base") && manifest.name().equals(name))
                .map(manifest -> manifest.content().at("/data/" + setting).asText())
                .mapToLong(text -> Long.parseLong(text.substring(0, text.length() - 1)))
                .findFirst()
                .orElseThrow();
    }

    private List<Deployment> deployments() {
        return all.stream()
                .filter(manifest -> manifest.kind().equals("apps/v1/Deployment"))
                .map(manifest -> manifest.read(Deployment.class))
                .toList();
    }

    private List<PodSpec> pods() {
        return Stream.concat(
                        deployments().stream()
                                .map(each -> each.getSpec().getTemplate().getSpec()),
                        all.stream()
                                .filter(manifest -> manifest.kind().equals("batch/v1/Job"))
                                .map(manifest -> manifest.read(Job.class)
                                        .getSpec()
                                        .getTemplate()
                                        .getSpec()))
                .toList();
    }
}
