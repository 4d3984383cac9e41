package jp.shikaku.local.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.postgresql.PGConnection;

import jp.shikaku.local.postgres.LocalPostgres;

/** What PostgreSQL itself does on this machine, to hold our own figures against. */
final class Yardsticks {

    private static final String DATABASE = "yardstick";
    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");
    private static final int SECONDS = 15;

    private final LocalPostgres postgres;

    Yardsticks(LocalPostgres postgres) {
        this.postgres = postgres;
        postgres.createDatabase(DATABASE);
    }

    /** Rows a second when the file is copied into a bare table with a primary key and nothing is looked at. */
    double copy(Path csv, long rows) throws IOException, SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                InputStream file = Files.newInputStream(csv)) {
            statement.execute("drop table if exists copied");
            statement.execute(
                    "create table copied (a text primary key, b text, c text, d text, e text, f text, g text, h text, i text,"
                            + " j text, k text, l text, m text, n text)");
            long begun = System.nanoTime();
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy copied from stdin (format csv, header)", file);
            double seconds = (System.nanoTime() - begun) / 1e9;
            statement.execute("drop table copied");
            return rows / seconds;
        }
    }

    /** Transactions a second of {@code pgbench -N}, where that program is installed. */
    OptionalDouble pgbench() throws IOException, InterruptedException {
        if (run("pgbench", "--version").isEmpty()) {
            return OptionalDouble.empty();
        }
        run("pgbench", "-i", "-q", "-s", "10", DATABASE);
        Matcher tps =
                TPS.matcher(run("pgbench", "-N", "-c", "8", "-j", "2", "-T", Integer.toString(SECONDS), DATABASE));
        return tps.find() ? OptionalDouble.of(Double.parseDouble(tps.group(1))) : OptionalDouble.empty();
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(DATABASE), postgres.user(), postgres.password());
    }

    private String run(String... command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(List.of(command)).redirectErrorStream(true);
        builder.environment().put("PGHOST", "127.0.0.1");
        builder.environment().put("PGPORT", Integer.toString(postgres.port()));
        builder.environment().put("PGUSER", postgres.user());
        builder.environment().put("PGPASSWORD", postgres.password());
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            return ""; // not installed
        }
        try (InputStream output = process.getInputStream()) {
            String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor(2L * SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0 ? text : "";
        } finally {
            process.destroy();
        }
    }
}
