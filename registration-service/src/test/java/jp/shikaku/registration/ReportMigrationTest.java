package jp.shikaku.registration;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

import jp.shikaku.local.postgres.LocalPostgres;
import jp.shikaku.registration.world.RegistrationTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Reports that were there before there were other kinds. */
@RegistrationTest
class ReportMigrationTest {

    private static final String DATABASE = "reports_of_before";

    LocalPostgres postgres;

    @Test
    void oldReportsKeepWhatTheySaidAndHaveAHistory() throws SQLException {
        postgres.createDatabase(DATABASE);
        migrateTo("12");
        run(
                """
                insert into insurer values ('06139992', '健康保険組合', now());
                insert into individual values ('k', decode(repeat('00', 41), 'hex'));
                insert into acquisition_report values
                    ('00000000-0000-7000-8000-000000000001', 'FILED', '1010601008968', '06139992', 'k', '髙橋 花子',
                        'タカハシ ハナコ', '1990-01-15', '2', '東京都', '2026-04-01', '2026-04-02T00:00:00Z', '2026-04-06',
                        '2026-04-07', null, null),
                    ('00000000-0000-7000-8000-000000000002', 'REGISTERED', '1010601008968', '06139992', 'k', '髙橋 花子',
                        'タカハシ ハナコ', '1990-01-15', '2', '東京都', '2026-04-01', '2026-04-02T00:00:00Z', '2026-04-06',
                        '2026-04-07', '2026-04-03T00:00:00Z', '00000000-0000-7000-8000-00000000000e');""");

        migrateTo("latest");

        assertThat(rows("select concat_ws(' ', right(id::text, 1), version, kind, state, name, acquired, fact_on,"
                        + " employer_due_on, insurer_due_on, points) from report order by id"))
                .containsExactly(
                        "1 1 ACQUISITION FILED 髙橋 花子 2026-04-01 2026-04-01 2026-04-06 2026-04-07 []",
                        "2 2 ACQUISITION REGISTERED 髙橋 花子 2026-04-01 2026-04-01 2026-04-06 2026-04-07 []");
        assertThat(rows("select concat_ws(' ', right(report_id::text, 1), version, state, actor, content ->> 'name')"
                        + " from report_change order by report_id, version"))
                .containsExactly("1 1 FILED EMPLOYER 髙橋 花子", "2 1 FILED EMPLOYER 髙橋 花子", "2 2 REGISTERED INSURER");
    }

    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource(postgres.jdbcUrl(DATABASE), postgres.user(), postgres.password())
                .target(version)
                .load()
                .migrate();
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> rows(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(DATABASE), postgres.user(), postgres.password());
    }
}
