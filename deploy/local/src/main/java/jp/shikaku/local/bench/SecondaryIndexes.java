package jp.shikaku.local.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

import jp.shikaku.local.console.Console;
import jp.shikaku.local.console.Progress;

/**
 * Indexes that are away while many rows are added, and made again as they were: all in the caller's transaction, so that
 * they are back too when it fails.
 *
 * @param definitions the statement that makes each, by name
 */
record SecondaryIndexes(Map<String, String> definitions) {

    /** Those that only help to find: what keeps a rule of the table stays. */
    private static final String OF_TABLE =
            "select indexname, indexdef from pg_indexes where schemaname = current_schema() and tablename = ?"
                    + " and indexdef not like 'CREATE UNIQUE %' order by indexname";

    static SecondaryIndexes untouched() {
        return new SecondaryIndexes(Map.of());
    }

    static SecondaryIndexes dropped(Connection connection, String table) throws SQLException {
        Map<String, String> definitions = new LinkedHashMap<>();
        try (PreparedStatement query = connection.prepareStatement(OF_TABLE)) {
            query.setString(1, table);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    definitions.put(rows.getString(1), rows.getString(2));
                }
            }
        }
        try (Statement statement = connection.createStatement()) {
            for (String name : definitions.keySet()) {
                statement.execute("drop index " + name);
            }
        }
        return new SecondaryIndexes(definitions);
    }

    void restore(Connection connection, Console console) throws SQLException {
        try (Statement statement = connection.createStatement();
                Progress steps = console.steps()) {
            statement.execute("set local maintenance_work_mem = '512MB'");
            for (var index : definitions.entrySet()) {
                steps.<SQLException>during("index " + index.getKey(), () -> statement.execute(index.getValue()));
            }
        }
    }
}
