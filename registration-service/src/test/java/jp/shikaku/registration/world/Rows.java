package jp.shikaku.registration.world;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jp.shikaku.kit.testing.ServiceEnvironment;
import jp.shikaku.local.postgres.LocalPostgres;

/** Looks into the database past the service. */
public final class Rows {

    private static final String DEADLOCK = "40P01";
    private static final int DEADLOCK_TURNS = 5;

    private static final List<String> TABLES = List.of(
            "report",
            "report_change",
            "enrolment",
            "enrolment_import",
            "enrolment_version",
            "hold",
            "individual",
            "linkage_outbox",
            "mislink_case",
            "mislink_report",
            "overlap",
            "overlap_entry",
            "overlap_list",
            "overlap_objection",
            "submission");

    /** What no constraint of the database sees to (ADR 22), and how many rows break it. */
    private static final Map<String, String> REFERENCES = Map.of(
            "enrolment to insurer",
            "select count(*) from enrolment e where not exists (select 1 from insurer i where i.insurer_number = e.insurer_number)",
            "enrolment to its latest version",
            "select count(*) from enrolment e where not exists (select 1 from enrolment_version v"
                    + " where v.enrolment_id = e.id and v.version = e.latest_version)",
            "version to enrolment",
            "select count(*) from enrolment_version v where not exists (select 1 from enrolment e where e.id = v.enrolment_id)",
            "version to individual",
            "select count(*) from enrolment_version v where not exists (select 1 from individual p where p.person_key = v.person_key)",
            "outbox to version",
            "select count(*) from linkage_outbox o where not exists (select 1 from enrolment_version v"
                    + " where v.enrolment_id = o.enrolment_id and v.version = o.version)");

    private final LocalPostgres postgres;
    private final String database;

    public Rows(LocalPostgres postgres) {
        this(postgres, ServiceEnvironment.DATABASE);
    }

    public Rows(LocalPostgres postgres, String database) {
        this.postgres = postgres;
        this.database = database;
    }

    /** How many rows each table has that a request may write to. */
    public Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        TABLES.forEach(table -> counts.put(table, count("select count(*) from " + table)));
        return counts;
    }

    /** The references that lead nowhere, with how many rows do. */
    public Map<String, Long> dangling() {
        Map<String, Long> dangling = new TreeMap<>();
        REFERENCES.forEach((reference, query) -> dangling.put(reference, count(query)));
        dangling.values().removeIf(rows -> rows == 0);
        return dangling;
    }

    /** The columns of a table that a row can be written with, for a statement. */
    public String columns(String table) {
        return (String) column(
                        "select string_agg(column_name, ', ' order by ordinal_position) from information_schema.columns"
                                + " where table_schema = 'public' and table_name = ? and is_generated = 'NEVER'",
                        table)
                .get(0);
    }

    public long count(String query, Object... values) {
        return (Long) column(query, values).get(0);
    }

    /** The first column of every row. */
    public List<Object> column(String query, Object... values) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            List<Object> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getObject(1));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs a statement; again where it and what the service was about meanwhile waited for each other. */
    public void run(String sql) {
        int turn = 1;
        while (!ran(sql, turn == DEADLOCK_TURNS)) {
            turn++;
        }
    }

    /** @return {@code false} when it was chosen to give way to the service and may be run again */
    private boolean ran(String sql, boolean last) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return true;
        } catch (SQLException e) {
            if (DEADLOCK.equals(e.getSQLState()) && !last) {
                return false;
            }
            throw new IllegalStateException(e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(database), postgres.user(), postgres.password());
    }
}
