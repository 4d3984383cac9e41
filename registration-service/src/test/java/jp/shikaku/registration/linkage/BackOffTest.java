package jp.shikaku.registration.linkage;

import java.time.Duration;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class BackOffTest {

    private final BackOff backOff = new BackOff(Duration.ofMillis(250), Duration.ofSeconds(5));

    @ParameterizedTest
    @CsvSource({"1, 250", "2, 500", "3, 1000", "5, 4000", "6, 5000", "1000, 5000"})
    void eachPauseIsTwiceTheOneBeforeUpToTheLongest(int attempts, long millis) {
        assertThat(backOff.after(attempts)).isEqualTo(Duration.ofMillis(millis));
    }

    @Property
    void noPauseIsShorterThanTheFirstOrLongerThanTheLongest(@ForAll int attempts) {
        assertThat(backOff.after(attempts)).isBetween(Duration.ofMillis(250), Duration.ofSeconds(5));
    }
}
