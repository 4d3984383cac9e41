package jp.shikaku.local.command;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import jp.shikaku.local.launch.Layout;
import jp.shikaku.local.launch.Stack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class ShikakuTest {

    private static final int TROUBLE = 1;
    private static final int WRONG_COMMAND_LINE = 2;
    private static final int NOT_RUNNING = 3;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private Shikaku shikaku;

    @BeforeEach
    void prepare() {
        var layout = Layout.of(folder, Map.of());
        shikaku = new Shikaku(
                new Stack(layout), new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), false);
    }

    @Test
    void tokenPrintsTheTokenAndNothingElse() {
        assertThat(shikaku.execute("token", "institution", "0110113719")).isZero();
        assertThat(out.toString(UTF_8)).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+\n");
        assertThat(err.toString(UTF_8)).isEmpty();
    }

    @Test
    void aWrongIdIsExplainedWithoutAStackTrace() {
        assertThat(shikaku.execute("token", "insurer", "06139993")).isEqualTo(TROUBLE);
        assertThat(out.toString(UTF_8)).isEmpty();
        assertThat(err.toString(UTF_8)).contains("check digit", "  → ").doesNotContain("\tat ", "06139993");
    }

    @Test
    void anUnknownRoleIsAWrongCommandLine() {
        assertThat(shikaku.execute("token", "king", "1")).isEqualTo(WRONG_COMMAND_LINE);
        assertThat(err.toString(UTF_8)).contains("ROLE");
    }

    @Test
    void withoutACommandTheHelpIsShown() {
        assertThat(shikaku.execute()).isEqualTo(WRONG_COMMAND_LINE);
        assertThat(err.toString(UTF_8))
                .contains("up", "down", "status", "logs", "token", "load", "demo", "oqs-gateway");
    }

    @Test
    void everyCommandExplainsItself() {
        assertThat(shikaku.execute("load", "--help")).isZero();
        assertThat(out.toString(UTF_8)).contains("--people", "--seed");
    }

    @Test
    void gatewayWithoutFoldersOrWithAWrongInstitutionIsExplained() {
        assertThat(shikaku.execute("oqs-gateway", "--req", folder.toString())).isEqualTo(WRONG_COMMAND_LINE);
        assertThat(err.toString(UTF_8)).contains("--res", "--institution");
        assertThat(shikaku.execute("oqs-gateway", "--req", "a", "--res", "b", "--institution", "12345"))
                .isEqualTo(TROUBLE);
        assertThat(err.toString(UTF_8)).contains("10 digits").doesNotContain("\tat ");
    }

    @Test
    void measuringNothingIsAWrongCommandLine() {
        assertThat(shikaku.execute("bench", "--batch", "--rows", "0")).isEqualTo(WRONG_COMMAND_LINE);
        assertThat(err.toString(UTF_8)).contains("1 or more");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void statusTellsAScriptThatNothingRuns() {
        assertThat(shikaku.execute("status")).isEqualTo(NOT_RUNNING);
        assertThat(out.toString(UTF_8)).contains("registration", "eligibility", "inquiry", "stopped");
        assertThat(folder).isEmptyDirectory();
    }
}
