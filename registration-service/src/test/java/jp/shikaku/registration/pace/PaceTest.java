package jp.shikaku.registration.pace;

import java.io.IOException;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

class PaceTest {

    private final LiveTraffic traffic = new LiveTraffic();

    @Test
    void whileNobodyWaitsForAnAnswerLongWorkTakesWhatThereIs() {
        assertThat(new Pace(traffic, 0.5).rest(Duration.ofMillis(80))).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0.5, 80", "0.25, 240", "0.8, 20", "1, 0"})
    void besideLiveTrafficItTakesItsShareOfTheTime(double share, long restMillis) throws IOException {
        traffic.filter(null);

        assertThat(new Pace(traffic, share).rest(Duration.ofMillis(80)).toMillis())
                .isEqualTo(restMillis);
    }

    @Test
    void aMomentAfterTheLastRequestItGoesOnAtFullSpeed() throws IOException {
        traffic.filter(null);
        assertThat(traffic.isRecent()).isTrue();

        await().until(() -> !traffic.isRecent());

        assertThat(new Pace(traffic, 0.5).rest(Duration.ofMillis(80))).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.5, 1.01, Double.NaN})
    void aShareThatIsNoneIsRefusedAtTheStart(double share) {
        assertThatIllegalStateException().isThrownBy(() -> new Pace(traffic, share));
    }
}
