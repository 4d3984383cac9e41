package jp.shikaku.contracts;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import jp.shikaku.contracts.testing.Checkout;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code docs/rules.md} promises tests: they are there, in every service named, and name the rule themselves. */
class RulesAreTestedTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| (R\\d+) \\|.*$");
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))`");

    private final Map<String, String> promises = ROW.matcher(
                    Checkout.read(Checkout.root().resolve("docs/rules.md")))
            .results()
            .collect(Collectors.toMap(row -> row.group(1), MatchResult::group));
    private final Map<String, List<String>> tests = tests();

    @Test
    void everyRuleIsInTheTable() {
        assertThat(promises.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 10).mapToObj(n -> "R" + n).toList());
    }

    @Test
    void everyTestThatIsPromisedIsThere() {
        assertThat(promises).allSatisfy((rule, row) -> assertThat(tests.keySet())
                .as(rule)
                .containsAll(named(row).toList()));
    }

    @Test
    void everyRuleIsNamedByATestOfIt() {
        assertThat(promises).allSatisfy((rule, row) -> assertThat(named(row).flatMap(test -> tests.get(test).stream()))
                .as(rule)
                .anyMatch(source ->
                        Pattern.compile("\\b" + rule + "\\b").matcher(source).find()));
    }

    private static Stream<String> named(String row) {
        return TEST.matcher(row).results().map(test -> test.group(1));
    }

    /** The sources by the name of the class, which two services may both have. */
    private static Map<String, List<String>> tests() {
        return Arrays.stream(Checkout.root().toFile().listFiles())
                .map(module -> module.toPath().resolve("src/test/java"))
                .filter(Files::isDirectory)
                .flatMap(folder -> Checkout.files(folder, ".java").stream())
                .collect(Collectors.groupingBy(
                        file -> file.getFileName().toString().replace(".java", ""),
                        Collectors.mapping(Checkout::read, Collectors.toList())));
    }
}
