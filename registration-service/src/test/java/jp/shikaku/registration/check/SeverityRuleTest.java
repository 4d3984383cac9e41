package jp.shikaku.registration.check;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import jp.shikaku.contracts.hold.FindingSeverity;

import static org.assertj.core.api.Assertions.assertThat;

class SeverityRuleTest {

    /** N name, K kana, B birth date, S sex, A address. */
    @ParameterizedTest
    @CsvSource({
        "-----, ",
        "N----, ",
        "-K---, ",
        "NK---, RESTRICTS_MEDICAL_INFO",
        "----A, RESTRICTS_MEDICAL_INFO",
        "N---A, RESTRICTS_MEDICAL_INFO",
        "-K--A, RESTRICTS_MEDICAL_INFO",
        "NK--A, RESTRICTS_MEDICAL_INFO",
        "--B--, HOLDS",
        "N-B--, HOLDS",
        "-KB--, HOLDS",
        "NKB--, HOLDS",
        "--B-A, HOLDS",
        "N-B-A, HOLDS",
        "-KB-A, HOLDS",
        "NKB-A, HOLDS",
        "---S-, HOLDS",
        "N--S-, HOLDS",
        "-K-S-, HOLDS",
        "NK-S-, HOLDS",
        "---SA, HOLDS",
        "N--SA, HOLDS",
        "-K-SA, HOLDS",
        "NK-SA, HOLDS",
        "--BS-, HOLDS",
        "N-BS-, HOLDS",
        "-KBS-, HOLDS",
        "NKBS-, HOLDS",
        "--BSA, HOLDS",
        "N-BSA, HOLDS",
        "-KBSA, HOLDS",
        "NKBSA, HOLDS",
    })
    void theRecheckWithholdsByTheKindOfDifference(String differing, FindingSeverity severity) {
        assertThat(SeverityRule.BY_KIND_OF_DIFFERENCE.of(items(differing)).orElse(null))
                .isEqualTo(severity);
    }

    @ParameterizedTest
    @MethodSource("allCombinations")
    void newDataIsHeldForAnyDifference(Set<FiveItem> differing) {
        assertThat(SeverityRule.ANY_DIFFERENCE_HOLDS.of(differing).orElse(null))
                .isEqualTo(differing.isEmpty() ? null : FindingSeverity.HOLDS);
    }

    @Test
    void thereAreThirtyTwoCombinations() {
        assertThat(allCombinations().distinct()).hasSize(32);
    }

    static Stream<Set<FiveItem>> allCombinations() {
        return IntStream.range(0, 32).mapToObj(bits -> Arrays.stream(FiveItem.values())
                .filter(item -> (bits & 1 << item.ordinal()) != 0)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(FiveItem.class))));
    }

    private static Set<FiveItem> items(String letters) {
        return Arrays.stream(FiveItem.values())
                .filter(item -> letters.charAt(item.ordinal()) != '-')
                .collect(Collectors.toSet());
    }
}
