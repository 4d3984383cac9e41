package jp.shikaku.local.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import jp.shikaku.local.problem.LocalException;
import jp.shikaku.local.process.Folders;
import jp.shikaku.local.process.Ports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LocalPostgresTest {

    private static final Path HOME = Path.of("target", "postgres");
    private static final String SERVER = "kept";

    private final LocalPostgres postgres =
            LocalPostgres.in(HOME, SERVER, PostgresSettings.forTests().withPort(Ports.free()));

    @AfterEach
    void leaveNothingRunning() throws IOException {
        postgres.stop();
        Folders.delete(HOME.resolve(SERVER));
    }

    @Test
    void whatWasCommittedIsThereAfterStopAndStart() throws SQLException {
        postgres.start();
        postgres.createDatabase("eligibility");
        execute("CREATE TABLE t AS SELECT '髙' AS name");

        postgres.stop();
        assertThat(postgres.isRunning()).isFalse();
        assertThatThrownBy(this::connect).isInstanceOf(SQLException.class);

        postgres.start();
        assertThat(query("SELECT name FROM t")).isEqualTo("髙");
    }

    @Test
    void aSecondStartFindsTheServerThatRuns() throws SQLException {
        postgres.start();
        postgres.createDatabase("eligibility");
        postgres.createDatabase("eligibility");

        var laterRun =
                LocalPostgres.in(HOME, SERVER, PostgresSettings.forTests().withPort(postgres.port()));
        laterRun.start();

        assertThat(laterRun.isRunning()).isTrue();
        assertThat(laterRun.password()).isEqualTo(postgres.password());
        assertThat(query("SELECT count(*) FROM pg_database WHERE datname = 'eligibility'"))
                .isEqualTo("1");
    }

    @Test
    void aKilledServerRecoversAtTheNextStart() throws Exception {
        postgres.start();
        postgres.createDatabase("eligibility");
        execute("CREATE TABLE t AS SELECT 'kept' AS name");

        kill9();
        assertThat(pidFile()).exists();
        assertThat(postgres.isRunning()).isFalse();

        postgres.start();
        assertThat(query("SELECT name FROM t")).isEqualTo("kept");
    }

    @Test
    void aPidFileNamingAStrangerIsNoObstacle() throws Exception {
        postgres.start();
        postgres.stop();
        Files.writeString(
                pidFile(),
                ProcessHandle.current().pid() + "\n" + HOME.resolve(SERVER) + "\n0\n" + postgres.port() + "\n\n\n");

        assertThat(postgres.isRunning()).isFalse();
        assertThatCode(postgres::start).doesNotThrowAnyException();
    }

    @Test
    void aPidFileCutOffByACrashIsNoObstacle() throws Exception {
        postgres.start();
        postgres.stop();
        Files.writeString(pidFile(), "12");

        assertThatCode(postgres::start).doesNotThrowAnyException();
    }

    @Test
    void aBusyPortIsNamedWithTheProcessThatHasIt() throws IOException {
        try (var holder = new ServerSocket(postgres.port(), 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(postgres::start)
                    .isInstanceOf(LocalException.class)
                    .hasMessageContaining("Port " + holder.getLocalPort())
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void onlyThePasswordOpensTheServer() {
        postgres.start();
        assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl("postgres"), postgres.user(), "guess"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void theRoleOfTheServicesIsNoSuperuser() throws SQLException {
        postgres.start();
        postgres.createDatabase("eligibility");
        assertThat(query("SELECT rolsuper FROM pg_roles WHERE rolname = current_user"))
                .isEqualTo("f");
        assertThat(query(
                        "SELECT pg_get_userbyid(datdba) = current_user FROM pg_database WHERE datname = 'eligibility'"))
                .isEqualTo("t");
    }

    @Test
    void aDatabaseNameIsNoPlaceForSql() {
        assertThatThrownBy(() -> postgres.createDatabase("a; DROP ROLE x"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFolderLeftHalfMadeIsMadeAgain() throws IOException {
        var halfMade = Files.createDirectories(
                HOME.resolve("again.unfinished-999999999-1").resolve("data"));
        var again = LocalPostgres.in(HOME, "again", PostgresSettings.forTests());
        try {
            again.start();
            assertThat(again.isRunning()).isTrue();
            assertThat(halfMade).doesNotExist();
        } finally {
            again.close();
            Folders.delete(HOME.resolve("again"));
        }
    }

    @Test
    void aDataFolderOfAnotherVersionIsRefusedWithTheWayOut() throws IOException {
        Files.writeString(HOME.resolve(SERVER).resolve("data").resolve("PG_VERSION"), "12\n");
        assertThatThrownBy(() -> LocalPostgres.in(HOME, SERVER, PostgresSettings.forTests()))
                .isInstanceOf(LocalException.class)
                .hasMessageContaining("PostgreSQL 12")
                .hasToString(HOME.resolve(SERVER).toAbsolutePath() + " was written by PostgreSQL 12; this is "
                        + PostgresBinaries.version() + ".\n  → The data are local ones: start afresh with"
                        + " deploy/shikaku down --purge.");
    }

    @Test
    void aTestServerLeavesNothingBehind() throws SQLException {
        var folder = HOME.toAbsolutePath();
        Path own;
        try (var server = LocalPostgres.forTests(HOME)) {
            server.createDatabase("registration");
            own = server.log().getParent();
            assertThat(own).isDirectory().hasParent(folder);
        }
        assertThat(own).doesNotExist();
    }

    private Path pidFile() {
        return HOME.resolve(SERVER).resolve("data").resolve("postmaster.pid");
    }

    private void kill9() throws Exception {
        var postmaster = ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(pidFile()).get(0)))
                .orElseThrow();
        postmaster.destroyForcibly();
        postmaster.onExit().get();
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl("eligibility"), postgres.user(), postgres.password());
    }

    private void execute(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String query(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
