package jp.shikaku.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.Rule;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Alerts and the dashboard speak of metrics that exist, and every alert says what to do. */
class ObservabilityTest {

    /** Ours, and those of the framework that we rely on; "up" is Prometheus' own. */
    private static final Pattern METRIC = Pattern.compile("\\b(?:shikaku|sql|postgresql|http_server)_[a-z_]+");

    @Test
    void alertsAndPanelsUseMetricsThatAreDocumented() throws IOException {
        String metrics = Files.readString(Manifests.root().resolve("docs/metrics.md"));
        Set<String> documented = names(metrics);

        Set<String> used = Stream.concat(rules().stream().map(rule -> expression(rule)), panels().stream())
                .flatMap(expression -> names(expression).stream())
                .map(name -> name.replaceAll("_(bucket|count|sum|max)$", ""))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(used).hasSizeGreaterThan(10);
        assertThat(documented).containsAll(used);
        assertThat(documented).as("a metric that nobody has is found").doesNotContain("shikaku_nothing");
    }

    @Test
    void everyAlertIsExplainedWithWhatToDo() throws IOException {
        String runbook = Files.readString(Manifests.root().resolve("docs/operations.md"));
        for (Rule rule : rules()) {
            assertThat(runbook).contains("### " + rule.getAlert() + "\n");
            assertThat(rule.getAnnotations().get("runbook_url"))
                    .isEqualTo("docs/operations.md#" + rule.getAlert().toLowerCase(Locale.ROOT));
            assertThat(rule.getLabels().get("severity")).isIn("page", "ticket");
        }
    }

    @Test
    void expressionsAreClosed() {
        Stream.concat(rules().stream().map(rule -> expression(rule)), panels().stream())
                .forEach(expression -> {
                    assertThat(count(expression, '(')).as(expression).isEqualTo(count(expression, ')'));
                    assertThat(count(expression, '{')).as(expression).isEqualTo(count(expression, '}'));
                    assertThat(count(expression, '"') % 2).as(expression).isZero();
                });
    }

    private static long count(String text, char sought) {
        return text.chars().filter(each -> each == sought).count();
    }

    private static Set<String> names(String text) {
        return METRIC.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String expression(Rule rule) {
        return rule.getExpr().getStrVal();
    }

    private static List<Rule> rules() {
        return Manifests.in("observability").stream()
                .map(manifest -> manifest.read(PrometheusRule.class))
                .flatMap(rules -> rules.getSpec().getGroups().stream())
                .flatMap(group -> group.getRules().stream())
                .toList();
    }

    private static List<String> panels() {
        try {
            JsonNode dashboard = new ObjectMapper()
                    .readTree(Files.readString(Manifests.root().resolve("deploy/observability/dashboard.json")));
            return dashboard.findValuesAsText("expr");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
