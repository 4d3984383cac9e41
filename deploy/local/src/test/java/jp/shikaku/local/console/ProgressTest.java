package jp.shikaku.local.console;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ProgressTest {

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(shown, true, UTF_8);

    @Test
    void awayFromATerminalEveryStepIsOnePlainLine() {
        try (var progress = new Progress(out, false)) {
            progress.during("database", () -> {});
            assertThatThrownBy(() -> progress.during("service", () -> {
                        throw new IllegalStateException();
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThat(shown.toString(UTF_8).lines())
                .satisfiesExactly(line -> assertThat(line).matches("✓ database +\\d+\\.\\d s"), line -> assertThat(line)
                        .matches("✗ service +\\d+\\.\\d s"));
    }

    @Test
    void onATerminalTheLastStateStays() {
        try (var progress = new Progress(out, true)) {
            progress.during("database", () -> {});
        }
        var frames = shown.toString(UTF_8).split("\r");
        assertThat(frames[frames.length - 1]).startsWith("✓ database");
    }
}
