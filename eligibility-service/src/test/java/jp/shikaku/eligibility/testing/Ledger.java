package jp.shikaku.eligibility.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jp.shikaku.kit.testing.ServiceEnvironment;
import jp.shikaku.local.postgres.LocalPostgres;

/** The service's own database, read past the service. */
public record Ledger(LocalPostgres postgres) {

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(
                postgres.jdbcUrl(ServiceEnvironment.DATABASE), postgres.user(), postgres.password());
    }

    public long confirmations() throws SQLException {
        return number("select count(*) from confirmation");
    }

    public long looks() throws SQLException {
        return number("select count(*) from look");
    }

    /** The looks that belong to one confirmation, oldest first; a confirmation number as it is read out. */
    public List<Map<String, Object>> looksAt(String confirmationNumber) throws SQLException {
        return rows(
                "select * from look where confirmation_number = ? order by id", confirmationNumber.replace("-", ""));
    }

    public long number(String query, Object... parameters) throws SQLException {
        return ((Number) rows(query, parameters).get(0).values().iterator().next()).longValue();
    }

    public List<Map<String, Object>> rows(String query, Object... parameters) throws SQLException {
        try (var connection = connect();
                var statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (var result = statement.executeQuery()) {
                List<Map<String, Object>> rows = new ArrayList<>();
                while (result.next()) {
                    rows.add(row(result));
                }
                return rows;
            }
        }
    }

    public void execute(String statement) throws SQLException {
        try (var connection = connect();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private static Map<String, Object> row(ResultSet result) throws SQLException {
        ResultSetMetaData columns = result.getMetaData();
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            row.put(columns.getColumnName(i), result.getObject(i));
        }
        return row;
    }
}
