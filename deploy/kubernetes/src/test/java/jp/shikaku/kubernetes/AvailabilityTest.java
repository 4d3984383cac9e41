package jp.shikaku.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every service has what keeps it there: replicas, room to lose one, places apart, somebody who watches, a way in. */
class AvailabilityTest {

    @ParameterizedTest
    @ValueSource(strings = {"registration", "eligibility", "inquiry"})
    void replicasComeWithWorkAndOneMayGo(String service) {
        HorizontalPodAutoscaler scaling = find(HorizontalPodAutoscaler.class, service);
        assertThat(scaling.getSpec().getScaleTargetRef().getName()).isEqualTo(service);
        assertThat(scaling.getSpec().getMinReplicas()).isGreaterThanOrEqualTo(2);
        assertThat(scaling.getSpec().getMaxReplicas())
                .isGreaterThan(scaling.getSpec().getMinReplicas());

        PodDisruptionBudget budget = find(PodDisruptionBudget.class, service);
        assertThat(budget.getSpec().getMaxUnavailable().getIntVal()).isEqualTo(1);
        assertThat(budget.getSpec().getSelector().getMatchLabels()).isEqualTo(labels(service));
    }

    @ParameterizedTest
    @ValueSource(strings = {"registration", "eligibility", "inquiry"})
    void replicasStandInOtherZonesAndOnOtherMachines(String service) {
        List<TopologySpreadConstraint> spread = find(Deployment.class, service)
                .getSpec()
                .getTemplate()
                .getSpec()
                .getTopologySpreadConstraints();
        assertThat(spread)
                .extracting(TopologySpreadConstraint::getTopologyKey)
                .containsExactly("topology.kubernetes.io/zone", "kubernetes.io/hostname");
        assertThat(spread).allSatisfy(each -> assertThat(each.getLabelSelector().getMatchLabels())
                .isEqualTo(labels(service)));
    }

    /** The labels by which a monitor finds a service, and a service its pods, are there. */
    @ParameterizedTest
    @ValueSource(strings = {"registration", "eligibility", "inquiry"})
    void figuresAreReadFromTheAdminPort(String service) {
        ServiceMonitor monitor = find(ServiceMonitor.class, service);
        assertThat(monitor.getSpec().getEndpoints()).singleElement().satisfies(endpoint -> {
            assertThat(endpoint.getPort()).isEqualTo("admin");
            assertThat(endpoint.getPath()).isEqualTo("/q/metrics");
        });
        Service watched = find(Service.class, service);
        assertThat(monitor.getSpec().getSelector().getMatchLabels())
                .containsAllEntriesOf(watched.getMetadata().getLabels());
        assertThat(watched.getSpec().getSelector()).isEqualTo(labels(service));
        assertThat(watched.getSpec().getPorts()).anyMatch(port -> port.getName().equals("admin"));
    }

    /** Two ways in: one for anybody, one for those who send tokens; the admin port has none. */
    @Test
    void thePublicAndThePartnersComeInByHostsOfTheirOwn() {
        assertThat(backends("public")).isEqualTo(Map.of("shikaku.example", "inquiry"));
        assertThat(backends("partner"))
                .isEqualTo(Map.of(
                        "insurers.partner.shikaku.example", "registration",
                        "clinics.partner.shikaku.example", "eligibility"));
    }

    private static Map<String, String> backends(String ingress) {
        return find(Ingress.class, ingress).getSpec().getRules().stream()
                .collect(Collectors.toMap(rule -> rule.getHost(), rule -> {
                    var backend = rule.getHttp().getPaths().get(0).getBackend().getService();
                    assertThat(backend.getPort().getName()).isEqualTo("http");
                    return backend.getName();
                }));
    }

    private static Map<String, String> labels(String service) {
        return Map.of("app.kubernetes.io/name", service + "-service", "app.kubernetes.io/component", "service");
    }

    private static <T> T find(Class<T> type, String name) {
        return Manifests.in("kubernetes").stream()
                .filter(each -> each.where().contains("/base/")
                        && each.kind().endsWith("/" + type.getSimpleName())
                        && each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + type.getSimpleName() + " " + name))
                .read(type);
    }
}
