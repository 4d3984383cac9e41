package jp.shikaku.local.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import jp.shikaku.local.console.Console;
import jp.shikaku.local.postgres.LocalPostgres;
import jp.shikaku.local.problem.LocalException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** On the tables of eligibility, as its migrations make them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CoverageStockTest {

    private static final String DATABASE = "eligibility";
    private static final Path MIGRATIONS =
            Path.of("..", "..", "eligibility-service", "src", "main", "resources", "db", "migration");

    private final Console nowhere = new Console(new PrintStream(PrintStream.nullOutputStream()), false);
    private LocalPostgres postgres;

    @BeforeAll
    void makeTables() throws IOException, SQLException {
        postgres = LocalPostgres.forTests(Path.of("target", "postgres"));
        postgres.createDatabase(DATABASE);
        try (Stream<Path> files = Files.list(MIGRATIONS);
                Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (Path file : files.sorted(Comparator.comparingInt(CoverageStockTest::version))
                    .toList()) {
                statement.execute(Files.readString(file));
            }
        }
    }

    @AfterAll
    void stopServer() {
        postgres.close();
    }

    @BeforeEach
    void beginWithNobody() throws SQLException {
        execute("truncate coverage");
    }

    @Test
    void sameSeedTwiceUsesThoseWhoAreThere() throws Exception {
        assertThat(stock(1).fill(2_500)).isEqualTo(2_500);
        List<String> before = texts("select subject_key from coverage order by subject_key");

        assertThat(stock(1).fill(2_500)).isEqualTo(2_500);

        assertThat(texts("select subject_key from coverage order by subject_key"))
                .isEqualTo(before)
                .hasSize(2_500);
    }

    @Test
    void moreOfASeedAddsThoseWhoAreMissing() throws Exception {
        stock(1).fill(10);

        assertThat(stock(1).fill(1_200)).isEqualTo(1_200);
        assertThat(texts("select distinct number from coverage")).hasSize(1_200).contains("0", "1199");
    }

    @Test
    void fewerOfASeedSaysHowManyThereAre() throws Exception {
        stock(1).fill(1_200);

        assertThat(stock(1).fill(10)).isEqualTo(1_200);
    }

    @Test
    void anotherSeedMakesOthersAndEverybodyIsCounted() throws Exception {
        stock(1).fill(30);
        CoverageStock other = stock(2);

        assertThat(other.fill(20)).isEqualTo(20);
        assertThat(other.everybody()).isEqualTo(50);
        assertThat(texts("select distinct person_key from coverage")).hasSize(50);
    }

    @Test
    void everybodyIsFoundByTheKeyOfTheCard() throws Exception {
        CoverageStock stock = stock(7);
        stock.fill(1_001);

        assertThat(texts("select number from coverage where subject_key = '%s'"
                        .formatted(stock.subject(1_000).value())))
                .containsExactly("1000");
    }

    @Test
    void moreThanTheDiskHoldsAreRefusedBeforeAnythingIsDone() throws Exception {
        assertThatThrownBy(() -> stock(1).fill(1_000_000_000_000L))
                .isInstanceOf(LocalException.class)
                .hasMessageContaining("MB of disk");
        assertThat(stock(1).everybody()).isZero();
    }

    @Test
    void indexesAreAwayForALoadAndBackAsTheyWere() throws SQLException {
        String indexes = "select indexdef from pg_indexes where tablename = 'coverage' order by 1";
        List<String> before = texts(indexes);
        assertThat(before).anyMatch(index -> index.contains("coverage_by_card"));
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            var away = SecondaryIndexes.dropped(connection, "coverage");

            assertThat(texts(connection, indexes)).hasSize(1).allMatch(index -> index.contains("UNIQUE"));
            assertThat(away.definitions()).hasSize(before.size() - 1);
            away.restore(connection, nowhere);
            connection.commit();
        }
        assertThat(texts(indexes)).isEqualTo(before);
    }

    @Test
    void indexesAreBackAlsoWhenTheLoadIsBrokenOff() throws SQLException {
        String indexes = "select indexdef from pg_indexes where tablename = 'coverage' order by 1";
        List<String> before = texts(indexes);
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            SecondaryIndexes.dropped(connection, "coverage");
        }
        assertThat(texts(indexes)).isEqualTo(before);
    }

    private CoverageStock stock(long seed) {
        return new CoverageStock(postgres, DATABASE, new byte[32], seed, nowhere);
    }

    private static int version(Path migration) {
        return Integer.parseInt(
                migration.getFileName().toString().split("__")[0].substring(1));
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(DATABASE), postgres.user(), postgres.password());
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> texts(String sql) throws SQLException {
        try (Connection connection = connect()) {
            return texts(connection, sql);
        }
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }
}
