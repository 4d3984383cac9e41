package jp.shikaku.eligibility;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import jp.shikaku.eligibility.testing.Card;
import jp.shikaku.eligibility.testing.Clinic;
import jp.shikaku.eligibility.testing.Coverages;
import jp.shikaku.kit.testing.PackagedService;
import jp.shikaku.kit.testing.ServiceEnvironment;
import jp.shikaku.kit.testing.Tokens;
import jp.shikaku.local.identity.Role;
import jp.shikaku.local.postgres.LocalPostgres;
import jp.shikaku.local.postgres.PostgresSettings;
import jp.shikaku.local.process.Folders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The restore of docs/operations.md: a base backup, the changes since, and the moment before somebody dropped a table. What
 * the operator of the databases does on Kubernetes, with PostgreSQL's own means.
 */
@Timeout(400)
class RestoreIT {

    private static final Path HOME = Path.of("target", "restore").toAbsolutePath();
    /** Where all modules have their servers, and the programs unpacked. */
    private static final Path SERVERS =
            Path.of(System.getProperty("shikaku.root")).resolve("target").resolve("postgres");

    private static final String SOURCE = "restore-source";
    private static final String RESTORED = "restore-restored";
    private static final String DATABASE = ServiceEnvironment.DATABASE;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int CARDS = 20;

    private final ServiceEnvironment environment = new ServiceEnvironment();
    private final Clinic clinic = Clinic.hana();
    /** What a desk was told, by the number of the confirmation. */
    private final Map<String, String> told = new LinkedHashMap<>();

    private final List<Card> linked = new ArrayList<>();
    private final List<LocalPostgres> servers = new ArrayList<>();
    private Map<String, String> config;
    private Path archive;

    @BeforeEach
    void makeRoom() throws Exception {
        deleteAll();
        archive = Files.createDirectories(HOME.resolve("archive"));
        Files.setPosixFilePermissions(archive, PosixFilePermissions.fromString("rwxrwxrwx"));
        config = environment.start();
    }

    @AfterEach
    void leaveNothingRunning() throws Exception {
        servers.forEach(LocalPostgres::close);
        environment.stop();
        deleteAll();
        RestAssured.port = RestAssured.UNDEFINED_PORT;
    }

    private static void deleteAll() throws IOException {
        for (Path folder : List.of(HOME, SERVERS.resolve(SOURCE), SERVERS.resolve(RESTORED))) {
            Folders.delete(folder);
        }
    }

    @Test
    void aRestoredServiceAnswersAsBeforeAndItsProofIsIntact() throws Exception {
        LocalPostgres source = started(
                LocalPostgres.in(SERVERS, SOURCE, PostgresSettings.forTests().archivingTo(archive)));
        source.createDatabase(DATABASE);
        OffsetDateTime lastGoodMoment;
        long looks;
        try (PackagedService service = serviceOn(source)) {
            service.awaitReady();
            askAboutNewCards();
            source.backUpTo(HOME.resolve("backup"));
            // These are in no backup: the archive alone has them.
            askAboutNewCards();
            told.replaceAll((number, first) -> reread(number));
            looks = looks(source);
            lastGoodMoment = (OffsetDateTime) value(source, "select clock_timestamp()");
            execute(source, "drop table coverage cascade");
            assertThat(clinic.ask(linked.get(0)).statusCode())
                    .as("what is gone is an outage, never \"no information\" (R3)")
                    .isEqualTo(503);
        }
        archiveAll(source);
        source.close();

        LocalPostgres restored = started(source.restored(
                SERVERS,
                RESTORED,
                HOME.resolve("backup"),
                PostgresSettings.forTests().restoringFrom(archive, lastGoodMoment)));
        await().atMost(PATIENCE).until(() -> value(restored, "select pg_is_in_recovery()"), Boolean.FALSE::equals);

        assertThat(looks(restored)).as("looks (R6)").isEqualTo(looks);
        try (PackagedService service = serviceOn(restored)) {
            service.awaitReady();
            told.forEach((number, answer) -> assertThat(reread(number)).isEqualTo(answer));
            linked.forEach(card ->
                    assertThat(clinic.ask(card).<Integer>path("validity")).isEqualTo(1));
            long looksNow = looks(restored);
            await().atMost(PATIENCE).untilAsserted(() -> assertEveryLookIsSealedAndIntact(looksNow));
        }
    }

    private LocalPostgres started(LocalPostgres server) {
        servers.add(server);
        server.start();
        return server;
    }

    private PackagedService serviceOn(LocalPostgres database) throws Exception {
        Map<String, String> own = new HashMap<>(config);
        own.put("quarkus.datasource.reactive.url", database.reactiveUrl(DATABASE));
        own.put("quarkus.datasource.jdbc.url", database.jdbcUrl(DATABASE));
        own.put("quarkus.datasource.password", database.password());
        PackagedService service = new PackagedService(own, Path.of("target", "restored-service.log"));
        service.start();
        return service;
    }

    private void askAboutNewCards() {
        List<Card> cards = IntStream.range(0, CARDS).mapToObj(i -> Card.fresh()).toList();
        cards.forEach(card -> Coverages.link(Coverages.whole(card, Coverages.newPerson())));
        cards.forEach(card -> told.put(clinic.numberFor(card), ""));
        linked.addAll(cards);
    }

    private String reread(String number) {
        Response answer = clinic.signedIn().get("/confirmations/" + number);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.asString();
    }

    /** Seal by seal, to the end of the chain. */
    private static void assertEveryLookIsSealedAndIntact(long atLeast) {
        long looks = 0;
        Integer after = 0;
        while (after != null) {
            Response verified = Tokens.as(Role.OPERATOR, "op-1").get("/looks/verification?after=" + after);
            assertThat(verified.<Boolean>path("intact")).isTrue();
            assertThat(verified.<Integer>path("unsealed")).isZero();
            looks += verified.<Integer>path("looks");
            after = verified.path("next");
        }
        assertThat(looks).isGreaterThanOrEqualTo(atLeast);
    }

    /** What a restore up to a moment needs is the first change after it, which the drop was. */
    private static void archiveAll(LocalPostgres server) throws SQLException {
        String last = (String) value(server, "select pg_walfile_name(pg_switch_wal())");
        await().atMost(PATIENCE)
                .until(
                        () -> value(server, "select last_archived_wal >= '" + last + "' from pg_stat_archiver"),
                        Boolean.TRUE::equals);
    }

    private static long looks(LocalPostgres server) throws SQLException {
        return (Long) value(server, "select count(*) from look");
    }

    private static Object value(LocalPostgres server, String query) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            Object value = rows.getObject(1);
            return value instanceof Timestamp ? rows.getObject(1, OffsetDateTime.class) : value;
        }
    }

    private static void execute(LocalPostgres server, String statement) throws SQLException {
        try (Connection connection = connect(server);
                Statement executed = connection.createStatement()) {
            executed.execute(statement);
        }
    }

    /** As who may do what the service's own account may not. */
    private static Connection connect(LocalPostgres server) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(DATABASE), "postgres", server.password());
    }
}
