package jp.shikaku.kubernetes;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Who may call whom, read from the network policies. */
class ArrowsTest {

    private static final String NAME = "app.kubernetes.io/name";
    private static final Set<String> DESIGN =
            Set.of("registration → eligibility", "inquiry → eligibility", "inquiry → registration");

    @Test
    void servicesCallEachOtherByTheArrowsOfTheDesignOnly() {
        Set<String> out = arrows("base", true);
        Set<String> in = arrows("base", false);
        assertThat(out).isEqualTo(new TreeSet<>(DESIGN));
        assertThat(in).as("both ends agree").isEqualTo(out);
    }

    @Test
    void anArrowMoreWouldBeSeen() {
        assertThat(arrows("hotline-in-answers", true)).containsExactly("eligibility → inquiry");
        assertThat(arrows("hotline-in-answers", false)).containsExactly("eligibility → inquiry");
    }

    @Test
    void whatIsNotAllowedIsForbidden() {
        NetworkPolicy nothing = policies("base")
                .filter(policy -> policy.getMetadata().getName().equals("nothing"))
                .findFirst()
                .orElseThrow();
        assertThat(nothing.getSpec().getPolicyTypes()).containsExactlyInAnyOrder("Ingress", "Egress");
        assertThat(nothing.getSpec().getPodSelector().getMatchLabels()).isNullOrEmpty();
        assertThat(nothing.getSpec().getIngress()).isNullOrEmpty();
        assertThat(nothing.getSpec().getEgress()).isNullOrEmpty();
    }

    @Test
    void everyServiceHasADatabaseOfItsOwn() {
        policies("base")
                .filter(policy -> policy.getMetadata().getName().endsWith("-database"))
                .forEach(policy -> assertThat(policy.getSpec().getIngress().stream()
                                .flatMap(rule -> rule.getFrom().stream())
                                .flatMap(peer -> name(peer).stream()))
                        .as(policy.getMetadata().getName())
                        .containsOnly(policy.getMetadata().getName().replace("-database", "")));
    }

    private static Stream<NetworkPolicy> policies(String where) {
        return Manifests.in("kubernetes").stream()
                .filter(manifest -> manifest.where().contains("/" + where + "/"))
                .filter(manifest -> manifest.kind().endsWith("/NetworkPolicy"))
                .map(manifest -> manifest.read(NetworkPolicy.class));
    }

    /** From a service to another, as the policies of the caller say ({@code out}) or those of the called. */
    private static Set<String> arrows(String where, boolean out) {
        return policies(where)
                .filter(policy -> ofService(policy.getSpec().getPodSelector().getMatchLabels()))
                .flatMap(policy -> {
                    String own = service(policy.getSpec().getPodSelector().getMatchLabels());
                    return peers(policy, out)
                            .flatMap(peer -> name(peer).stream())
                            .map(other -> out ? own + " → " + other : other + " → " + own);
                })
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<NetworkPolicyPeer> peers(NetworkPolicy policy, boolean out) {
        return out
                ? policy.getSpec().getEgress().stream().flatMap(rule -> rule.getTo().stream())
                : policy.getSpec().getIngress().stream().flatMap(rule -> rule.getFrom().stream());
    }

    private static Optional<String> name(NetworkPolicyPeer peer) {
        return Optional.ofNullable(peer.getPodSelector())
                .map(selector -> selector.getMatchLabels())
                .filter(labels -> labels != null && labels.containsKey(NAME))
                .map(ArrowsTest::service);
    }

    private static boolean ofService(Map<String, String> labels) {
        return labels != null && "service".equals(labels.get("app.kubernetes.io/component"));
    }

    private static String service(Map<String, String> labels) {
        return labels.get(NAME).replace("-service", "");
    }
}
