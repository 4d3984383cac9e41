package jp.shikaku.contracts.display;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import jp.shikaku.contracts.coverage.Validity;

import static org.assertj.core.api.Assertions.assertThat;

class DisplayIdTest {

    @Test
    void addressesAreStable() {
        assertThat(Arrays.stream(DisplayId.values()).map(DisplayId::slug))
                .containsExactly(
                        "valid",
                        "invalid",
                        "invalid-newer-coverage",
                        "not-found",
                        "several-candidates",
                        "undetermined");
    }

    @ParameterizedTest
    @EnumSource
    void everySlugLeadsBackToItsDisplay(DisplayId id) {
        assertThat(DisplayId.find(id.slug())).contains(id);
    }

    @Test
    void unknownSlugLeadsNowhere() {
        assertThat(DisplayId.find("VALID")).isEmpty();
    }

    @Test
    void everyVerdictHasItsOwnDisplayAndNoneIsUndetermined() {
        assertThat(Arrays.stream(Validity.values()).map(DisplayId::of).collect(Collectors.toSet()))
                .isEqualTo(EnumSet.complementOf(EnumSet.of(DisplayId.UNDETERMINED)));
    }
}
