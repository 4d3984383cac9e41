package jp.shikaku.system;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import jp.shikaku.local.console.Progress;
import jp.shikaku.local.demo.Story;
import jp.shikaku.local.launch.Form;
import jp.shikaku.local.launch.Service;
import jp.shikaku.local.launch.Stack;

import static org.assertj.core.api.Assertions.assertThat;

/** What {@code deploy/shikaku demo} plays, on the services in the form of which they were just packaged. */
@Timeout(600)
class StoryIT {

    private static final Path CHECKOUT = Path.of(System.getProperty("shikaku.root"));
    private static final Path TARGET = Path.of("target", "story");

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);

    private Stack stack;

    @BeforeEach
    void startAll() {
        stack = new Stack(
                FreeLayout.of(CHECKOUT, TARGET.resolve("data"), Form.named(System.getProperty("shikaku.form"))));
        try (Progress progress = new Progress(out, false)) {
            assertThat(stack.up(progress)).containsExactly(Service.values());
        }
    }

    @AfterEach
    void leaveNothingButWhatWasTold() throws IOException {
        stack.down(true);
        Files.createDirectories(TARGET);
        Files.write(TARGET.resolve("told.txt"), told.toByteArray());
    }

    @Test
    void everythingHappensAsItShould() {
        List<String> differences = new Story(stack, out).play();
        assertThat(differences).as(told.toString(StandardCharsets.UTF_8)).isEmpty();
    }
}
