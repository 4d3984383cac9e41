package jp.shikaku.kit.testing;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.quarkus.test.common.http.TestHTTPResource;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** {@code docs/metrics.md} and the admin port tell of the same metrics, from the first moment on. */
public abstract class MetricsSuite {

    private static final String OF_ALL = "All services";
    /** A row of a table: {@code | `name{tag,tag}` | kind |}. */
    private static final Pattern ROW = Pattern.compile("^\\| `([a-z_]+)(?:\\{([a-z_,]+)})?` \\| .*", Pattern.MULTILINE);

    private static final Pattern CHAPTER = Pattern.compile("^## ([A-Za-z ]+)(?::.*)?$");
    private static final Pattern OURS = Pattern.compile("(?m)^# TYPE (shikaku_[a-z_]+) ");

    @TestHTTPResource(value = "metrics", management = true)
    URI metrics;

    private record Documented(String name, List<String> tags) {}

    /** The name of the service in the headings of the page. */
    protected abstract String chapter();

    @Test
    void everyDocumentedMetricIsThereWithItsTags() throws IOException {
        given().get("/nothing-is-called-so").then().statusCode(404);
        String page = page();
        List<Documented> documented = documented();
        assertThat(documented).hasSizeGreaterThan(5);
        documented.forEach(metric ->
                assertThat(isIn(page, metric)).as(metric + " in\n" + page).isTrue());
    }

    @Test
    void everyMetricOfOursIsDocumented() throws IOException {
        Set<String> there = OURS.matcher(page())
                .results()
                .map(MatchResult::group)
                .map(line -> line.split(" ")[2].replaceAll("_max$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(there).isNotEmpty();
        assertThat(documented().stream().map(Documented::name)).containsAll(there);
    }

    @Test
    void aMetricThatIsNotThereIsMissed() {
        assertThat(isIn("shikaku_holds_open{effect=\"all\",} 1.0", new Documented("shikaku_holds", List.of())))
                .isFalse();
        assertThat(isIn("shikaku_holds_open 1.0", new Documented("shikaku_holds_open", List.of("age_band"))))
                .isFalse();
        assertThat(isIn(
                        "shikaku_holds_open{age_band=\"new\"} 1.0",
                        new Documented("shikaku_holds_open", List.of("age_band"))))
                .isTrue();
    }

    private static boolean isIn(String page, Documented metric) {
        Matcher lines = Pattern.compile("(?m)^" + metric.name() + "(?:_count|_bucket)?(?:\\{([^}]*)})? ")
                .matcher(page);
        while (lines.find()) {
            String labels = lines.group(1) == null ? "" : lines.group(1);
            if (metric.tags().stream().allMatch(tag -> labels.contains(tag + "=\""))) {
                return true;
            }
        }
        return false;
    }

    private String page() {
        return given().accept("text/plain")
                .get(metrics)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private List<Documented> documented() throws IOException {
        List<Documented> found = new ArrayList<>();
        boolean ours = false;
        for (String line :
                Files.readAllLines(Path.of(System.getProperty("shikaku.root")).resolve("docs/metrics.md"))) {
            Matcher heading = CHAPTER.matcher(line);
            if (heading.matches()) {
                ours = Set.of(OF_ALL, chapter()).contains(heading.group(1));
            }
            Matcher row = ROW.matcher(line);
            if (ours && row.matches()) {
                found.add(new Documented(row.group(1), tags(row.group(2))));
            }
        }
        return found;
    }

    private static List<String> tags(String written) {
        return written == null ? List.of() : Arrays.asList(written.split(","));
    }
}
