package jp.shikaku.local.console;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class ProgressBarTest {

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(shown, true, UTF_8);

    @Test
    void awayFromATerminalOneLineIsWrittenAtTheEnd() {
        try (var bar = new ProgressBar(out, false, "people", 10)) {
            bar.add(4);
            bar.add(6);
        }
        assertThat(shown.toString(UTF_8)).matches("people \\[█{30}] 10 / 10 {2}[\\d,]+/s {2}\\d+\\.\\d s\n");
    }

    @Test
    void whatIsSaidStandsInPlaceOfTheRate() {
        try (var bar = new ProgressBar(out, true, "warming up", 240)) {
            bar.add(80);
            bar.say("4,100/s: steady");
        }
        var frames = shown.toString(UTF_8).split("\r");
        assertThat(frames[frames.length - 1])
                .startsWith("warming up [██████████")
                .contains("80 / 240  4,100/s: steady");
    }
}
