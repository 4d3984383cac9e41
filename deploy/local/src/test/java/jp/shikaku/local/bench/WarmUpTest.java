package jp.shikaku.local.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.function.IntToDoubleFunction;

import org.junit.jupiter.api.Test;

import jp.shikaku.local.console.Console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class WarmUpTest {

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final WarmUp warmUp = new WarmUp(new Console(new PrintStream(shown, true, UTF_8), false));

    @Test
    void endsWhenThreeRoundsInARowAreNearTheBest() throws Exception {
        WarmUp.Result result =
                run(round -> new double[] {1_300, 1_900, 2_600, 3_300, 3_800, 4_080, 4_000, 4_100, 3_990}[round]);

        assertThat(result.steady()).isTrue();
        assertThat(result.seconds()).isEqualTo(80);
        assertThat(result.told()).isEqualTo("80 s, from 1,300/s to 4,100/s");
        assertThat(result.steadied()).isEqualTo("the rate had steadied");
        assertThat(shown.toString(UTF_8))
                .contains("warming up, s: confirmations", "80 / 240", "4,100/s, best 4,100/s: steady");
    }

    /** What was just started stands still for a while, at a third of what it comes to. */
    @Test
    void doesNotTakeAStandstillAtTheBeginningForSteadiness() throws Exception {
        WarmUp.Result result = run(round -> round < 5 ? 1_327 : 4_113);

        assertThat(result.rates()).endsWith(4_113.0, 4_113.0, 4_113.0);
        assertThat(result.seconds()).isEqualTo(80);
    }

    @Test
    void saysSoWhenTheRateGoesUpAndDownUntilTheEnd() throws Exception {
        WarmUp.Result result = run(round -> round % 3 == 0 ? 3_000 : 4_000);

        assertThat(result.steady()).isFalse();
        assertThat(result.seconds()).isEqualTo(240);
        assertThat(result.steadied()).contains("NOT steadied");
        assertThat(shown.toString(UTF_8)).contains("240 / 240", "not steady");
    }

    @Test
    void aServiceThatGetsSlowerIsNotSteady() throws Exception {
        assertThat(run(round -> 4_000 * Math.pow(0.97, round)).steady()).isFalse();
    }

    private WarmUp.Result run(IntToDoubleFunction rate) throws IOException, InterruptedException {
        int[] round = {0};
        return warmUp.run("confirmations", seconds -> {
            assertThat(seconds).isEqualTo(WarmUp.ROUND_SECONDS);
            return rate.applyAsDouble(round[0]++);
        });
    }
}
