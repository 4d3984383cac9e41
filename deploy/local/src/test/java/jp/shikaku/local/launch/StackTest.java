package jp.shikaku.local.launch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import jp.shikaku.local.console.Progress;
import jp.shikaku.local.launch.Stack.Status;
import jp.shikaku.local.problem.LocalException;
import jp.shikaku.local.process.Folders;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** One machine for all: {@code up} makes good whatever the test before left, which is what it is for. */
@TestInstance(Lifecycle.PER_CLASS)
class StackTest {

    private LocalMachine machine;
    private Stack stack;

    @BeforeAll
    void prepare(@TempDir(cleanup = CleanupMode.NEVER) Path folder) throws IOException {
        machine = LocalMachine.in(folder);
        stack = new Stack(machine.layout());
    }

    @AfterAll
    void leaveNothingRunning() throws IOException {
        stack.down(true);
        Folders.delete(machine.layout().checkout().getParent());
    }

    @Test
    void upMakesEverythingReadyAndDownStopsItWithTheDataKept() throws Exception {
        stack.down(false);
        assertThat(up()).containsExactly(Service.values());
        assertThat(stack.status()).allMatch(Status::isWell);
        execute("CREATE TABLE IF NOT EXISTS kept AS SELECT 1 AS n");

        assertThat(up()).isEmpty();

        stack.down(false);
        assertThat(stack.status()).noneMatch(Status::isWell).noneMatch(Status::databaseRuns);
        up();
        assertThatCode(() -> execute("SELECT n FROM kept")).doesNotThrowAnyException();
    }

    @Test
    void purgingRemovesKeysAndAllElse(@TempDir Path folder) {
        var other = new Stack(
                new Layout(folder, folder.resolve("data"), machine.layout().portBase()));
        assertThat(other.identity().publicKey()).exists();

        other.down(true);

        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void aLauncherThatKnowsNothingFindsWhatRuns() {
        up();
        assertThat(new Stack(machine.layout()).status()).allMatch(Status::isWell);
    }

    @Test
    void onlyWhatWasKilledIsStartedAgain() throws Exception {
        up();
        var inquiry = machine.process(Service.INQUIRY);
        kill(machine.process(Service.ELIGIBILITY));

        assertThat(up()).containsExactly(Service.ELIGIBILITY);
        assertThat(machine.process(Service.INQUIRY)).isEqualTo(inquiry);
        assertThat(stack.status()).allMatch(Status::isWell);
    }

    @Test
    void aStoppedDatabaseIsStartedAgainAndTheOthersNeverNoticed() {
        up();
        stack.databases().of(Service.ELIGIBILITY).stop();
        assertThat(stack.status()).extracting(Status::databaseRuns).containsExactly(true, false, true);

        assertThat(up()).containsExactly(Service.ELIGIBILITY);
        assertThat(stack.status()).allMatch(Status::isWell);
    }

    @Test
    void aServiceBuiltAnewIsStartedAnew() throws IOException {
        up();
        var program = Form.JVM.program(machine.layout().built(Service.REGISTRATION));
        Files.setLastModifiedTime(program, FileTime.from(Instant.EPOCH));

        assertThat(up()).containsExactly(Service.REGISTRATION);
    }

    @Test
    void aServiceThatDiesWhileStartingIsShownWithItsLastLinesAndNothingStaysHalfUp() throws IOException {
        stack.down(false);
        machine.breakService(Service.INQUIRY);

        assertThatThrownBy(this::up)
                .isInstanceOf(LocalException.class)
                .hasMessageContaining("The inquiry service ended while starting (exit code 7)")
                .hasMessageContaining("the flux capacitor of inquiry is missing")
                .asString()
                .contains(machine.layout().log(Service.INQUIRY).toString());
        assertThat(stack.status()).noneMatch(Status::isWell).noneMatch(Status::databaseRuns);

        machine.repairService(Service.INQUIRY);
        assertThat(up()).hasSize(3);
    }

    @Test
    void aServiceThatIsNotBuiltSaysHowToBuildIt(@TempDir Path folder) {
        var unbuilt =
                new ServiceProcess(new Layout(folder, folder, machine.layout().portBase()), Service.INQUIRY);
        assertThatThrownBy(() -> unbuilt.start(Map.of()))
                .isInstanceOf(LocalException.class)
                .hasMessageContaining("has not been built");
    }

    @Test
    void aBusyPortIsNamedBeforeAnythingIsStarted() throws IOException {
        stack.down(false);
        var port = machine.layout().adminPort(Service.INQUIRY);
        try (var holder = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(this::up)
                    .isInstanceOf(LocalException.class)
                    .hasMessageContaining("Port " + holder.getLocalPort() + " (inquiry, admin)")
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }
        assertThat(stack.status()).noneMatch(Status::databaseRuns);
    }

    @Test
    void onlyRegistrationGetsTheKeysOfIndividuals() throws IOException {
        up();
        assertThat(machine.environment(Service.REGISTRATION))
                .contains(
                        "SHIKAKU_INDIVIDUAL_NUMBER_KEY",
                        "SHIKAKU_PERSON_KEY_SECRET",
                        "SHIKAKU_SUBJECT_KEY_SECRET",
                        "SHIKAKU_SERVICE_TOKEN_FILE",
                        "MP_JWT_VERIFY_PUBLICKEY_LOCATION");
        assertThat(machine.environment(Service.ELIGIBILITY))
                .contains("SHIKAKU_SUBJECT_KEY_SECRET")
                .doesNotContain("SHIKAKU_INDIVIDUAL_NUMBER_KEY", "SHIKAKU_PERSON_KEY_SECRET");
        assertThat(machine.environment(Service.INQUIRY))
                .doesNotContain(
                        "SHIKAKU_INDIVIDUAL_NUMBER_KEY", "SHIKAKU_PERSON_KEY_SECRET", "SHIKAKU_SUBJECT_KEY_SECRET");
    }

    @Test
    void aFolderOfSomebodyElseIsNeitherUsedNorRemoved(@TempDir Path folder) throws IOException {
        var photos = Files.createDirectories(folder.resolve("photos"));
        var photo = Files.createFile(photos.resolve("hanako.jpg"));
        var astray = new Stack(
                new Layout(machine.layout().checkout(), photos, machine.layout().portBase()));

        assertThatThrownBy(() -> astray.up(silent())).isInstanceOf(LocalException.class);
        astray.down(true);

        assertThat(photo).exists();
    }

    @Test
    void twoLaunchersDoNotWorkAtOnce() {
        new DataFolder(machine.layout().data()).alone(() -> {
            assertThatThrownBy(this::up)
                    .isInstanceOf(LocalException.class)
                    .hasMessageContaining("Another deploy/shikaku is at work");
            return null;
        });
    }

    private List<Service> up() {
        try (var progress = silent()) {
            return stack.up(progress);
        }
    }

    private static Progress silent() {
        return new Progress(new PrintStream(new ByteArrayOutputStream(), true, UTF_8), false);
    }

    private static void kill(ProcessHandle process) throws Exception {
        process.destroyForcibly();
        process.onExit().get();
    }

    private void execute(String sql) throws Exception {
        var database = stack.databases().of(Service.ELIGIBILITY);
        try (var connection = DriverManager.getConnection(
                        database.jdbcUrl("eligibility"), database.user(), database.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
