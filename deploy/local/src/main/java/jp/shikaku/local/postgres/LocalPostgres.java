package jp.shikaku.local.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

import jp.shikaku.local.problem.LocalException;
import jp.shikaku.local.process.Command;
import jp.shikaku.local.process.Folders;
import jp.shikaku.local.process.Ports;

/**
 * A real PostgreSQL server on 127.0.0.1, started without being installed. It is a process of its own: it goes on when the
 * program that started it ends, until {@link #stop()} or {@link #close()}. Runs as a normal user and as root.
 */
public final class LocalPostgres implements AutoCloseable {

    private static final Pattern DATABASE_NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final String DUPLICATE_DATABASE = "42P04";
    private static final int LINES_SHOWN = 12;
    private static final Duration REST = Duration.ofMinutes(5);
    private static final Duration POLL = Duration.ofMillis(500);
    /** What a restored server makes anew, or takes from the archive. */
    private static final Set<String> NOT_IN_A_BACKUP =
            Set.of("pg_wal", "pg_replslot", "pg_stat_tmp", "pg_subtrans", "postmaster.pid", "postmaster.opts");

    private final PostgresBinaries binaries;
    private final ServerAccount account;
    private final Path folder;
    private final ServerProcess process;
    private final String password;
    private PostgresSettings settings;

    LocalPostgres(PostgresHome home, String name, PostgresSettings settings, ServerAccount account) throws IOException {
        this.account = account;
        this.folder = home.server(name, account);
        this.binaries = home.binaries();
        this.process = new ServerProcess(folder.resolve(PostgresHome.DATA));
        this.password = Files.readString(folder.resolve(PostgresHome.PASSWORD)).strip();
        this.settings = settings;
    }

    /**
     * The server {@code name} below {@code home}, whose data stay between runs. It is not started yet; it may be running
     * since an earlier call.
     *
     * @throws LocalException when it cannot be set up on this machine; the message has the remedy
     */
    public static LocalPostgres in(Path home, String name, PostgresSettings settings) {
        try {
            return new LocalPostgres(new PostgresHome(home), name, settings, ServerAccount.ofThisMachine());
        } catch (IOException e) {
            throw unusable(home, e);
        }
    }

    /**
     * A server made of a base backup, not started yet. Its password is that of the server that was backed up.
     *
     * @param backup the data folder as it was copied, with its {@code backup_label}
     * @param chosen {@link PostgresSettings#restoringFrom} tells up to when
     * @throws LocalException when it cannot be set up on this machine; the message has the remedy
     */
    public LocalPostgres restored(Path home, String name, Path backup, PostgresSettings chosen) {
        try {
            new PostgresHome(home).restored(name, backup, folder.resolve(PostgresHome.PASSWORD), account);
            return new LocalPostgres(new PostgresHome(home), name, chosen, account);
        } catch (IOException e) {
            throw unusable(home, e);
        }
    }

    /**
     * Copies the data folder while the server works, between {@code pg_backup_start} and {@code pg_backup_stop}.
     *
     * @param backup made
     * @throws LocalException when the server does not archive, or refuses
     */
    public void backUpTo(Path backup) {
        try (var connection = DriverManager.getConnection(jdbcUrl("postgres"), PostgresHome.SUPERUSER, password());
                var statement = connection.createStatement()) {
            statement.execute("SELECT pg_backup_start('base', true)");
            Folders.copyWhileChanging(process.data(), backup, NOT_IN_A_BACKUP);
            // Waits until all that the backup needs is archived.
            var stopped = statement.executeQuery("SELECT labelfile FROM pg_backup_stop()");
            stopped.next();
            Files.writeString(backup.resolve("backup_label"), stopped.getString("labelfile"));
        } catch (SQLException | IOException e) {
            throw new LocalException("The backup failed: " + e.getMessage(), "See " + log() + ".", e);
        }
    }

    /** Whether the server {@code name} below {@code home} runs; nothing is made for the answer. */
    public static boolean runsIn(Path home, String name) {
        try {
            return new ServerProcess(home.resolve(name).resolve(PostgresHome.DATA))
                    .port()
                    .isPresent();
        } catch (IOException e) {
            throw unusable(home, e);
        }
    }

    /**
     * A started server for a test, with no data yet, on a free port. {@link #close()} stops it and deletes its data. The
     * unpacked programs stay in {@code home}, so give every test of a build the same one, below {@code target}.
     *
     * @throws LocalException when it cannot be started on this machine; the message has the remedy
     */
    public static LocalPostgres forTests(Path home) {
        try {
            return TestServers.start(home);
        } catch (IOException e) {
            throw unusable(home, e);
        }
    }

    /** {@link #forTests(Path)} in the {@code target} folder of the checkout, shared by all modules. */
    public static LocalPostgres forTests() {
        return forTests(Path.of(System.getProperty("shikaku.root", ""))
                .resolve("target")
                .resolve("postgres"));
    }

    /**
     * Starts the server and waits until it accepts connections. Nothing happens when it runs already. A server that was
     * killed recovers first; a free port is chosen once and kept from then on.
     *
     * @throws LocalException when the port is busy or the server does not come up
     */
    public synchronized void start() {
        try {
            var running = process.port();
            if (running.isPresent()) {
                if (settings.port() == PostgresSettings.ANY_PORT || settings.port() == running.get()) {
                    settings = settings.withPort(running.get());
                    return;
                }
                stop();
            }
            process.clearRemains();
            if (settings.port() == PostgresSettings.ANY_PORT) {
                settings = settings.withPort(Ports.free());
            }
            Ports.requireFree(settings.port(), "PostgreSQL of " + folder.getFileName());
            launch();
        } catch (IOException e) {
            throw unusable(folder, e);
        }
    }

    private void launch() throws IOException {
        Files.writeString(process.data().resolve("postgresql.auto.conf"), settings.asConfiguration());
        var outcome = pgCtl("start", "--wait", "--timeout=60", "--log=" + log());
        if (!outcome.ok()) {
            throw new LocalException(
                    "PostgreSQL of " + folder.getFileName() + " did not start:\n" + lastLogLines(),
                    "Look at the lines above (all of them: " + log() + "). If the data are damaged, start afresh with"
                            + " deploy/shikaku down --purge.");
        }
    }

    /** Stops the server, ending open sessions; what was committed stays. Nothing happens when it does not run. */
    public synchronized void stop() {
        try {
            if (process.port().isEmpty()) {
                return;
            }
            if (!pgCtl("stop", "--mode=fast", "--wait", "--timeout=20").ok()) {
                pgCtl("stop", "--mode=immediate", "--wait", "--timeout=10");
            }
            process.clearRemains();
        } catch (IOException e) {
            throw unusable(folder, e);
        }
    }

    public boolean isRunning() {
        try {
            return process.port().isPresent();
        } catch (IOException e) {
            throw unusable(folder, e);
        }
    }

    /**
     * Makes a database owned by {@link #user()}. Nothing happens when it exists.
     *
     * @param database small letters, digits and underscores, beginning with a letter
     */
    public void createDatabase(String database) {
        if (!DATABASE_NAME.matcher(database).matches()) {
            throw new IllegalArgumentException("Not a database name: " + database);
        }
        try (var connection = DriverManager.getConnection(jdbcUrl("postgres"), user(), password());
                var statement = connection.createStatement()) {
            // Asked first, so that the log does not show an error at every start.
            if (!statement
                    .executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + database + "'")
                    .next()) {
                statement.execute("CREATE DATABASE " + database);
            }
        } catch (SQLException e) {
            if (!DUPLICATE_DATABASE.equals(e.getSQLState())) {
                throw new LocalException(
                        "Database " + database + " could not be made: " + e.getMessage(), "See " + log() + ".", e);
            }
        }
    }

    /**
     * Writes down at once what would be written in the course of the next minutes, and waits until nothing is being
     * vacuumed or analysed any more: who measures afterwards measures nothing else.
     */
    public void comeToRest() throws SQLException {
        try (var connection = DriverManager.getConnection(jdbcUrl("postgres"), PostgresHome.SUPERUSER, password());
                var statement = connection.createStatement()) {
            long deadline = System.nanoTime() + REST.toNanos();
            while (isCleaning(statement) && System.nanoTime() < deadline) {
                LockSupport.parkNanos(POLL.toNanos());
            }
            statement.execute("CHECKPOINT");
        }
    }

    private static boolean isCleaning(Statement statement) throws SQLException {
        try (var workers = statement.executeQuery(
                "SELECT 1 FROM pg_stat_activity WHERE backend_type = 'autovacuum worker' LIMIT 1")) {
            return workers.next();
        }
    }

    /** The port on 127.0.0.1; 0 as long as a free one has not been chosen by {@link #start()}. */
    public int port() {
        return settings.port();
    }

    public String jdbcUrl(String database) {
        return "jdbc:" + reactiveUrl(database);
    }

    public String reactiveUrl(String database) {
        return "postgresql://127.0.0.1:" + port() + "/" + database;
    }

    public String user() {
        return PostgresHome.ROLE;
    }

    public String password() {
        return password;
    }

    /** Where the server writes what happens to it. */
    public Path log() {
        return folder.resolve("server.log");
    }

    /** Stops the server; one {@linkplain #forTests(Path) for tests} also loses its data. */
    @Override
    public void close() {
        stop();
        try {
            TestServers.deleteIfTest(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Command.Outcome pgCtl(String action, String... options) throws IOException {
        var line = new ArrayList<>(List.of(binaries.pgCtl(), action, "--pgdata=" + process.data()));
        line.addAll(List.of(options));
        return Command.of(account.command(line)).run();
    }

    private String lastLogLines() throws IOException {
        var lines = Files.exists(log()) ? Files.readAllLines(log()) : List.<String>of();
        return String.join("\n    ", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()))
                .indent(4)
                .stripTrailing();
    }

    private static LocalException unusable(Path folder, IOException cause) {
        return new LocalException(
                "PostgreSQL cannot work in " + folder + ": " + cause,
                "Check that the disk is not full and that the folder may be written.",
                cause);
    }
}
