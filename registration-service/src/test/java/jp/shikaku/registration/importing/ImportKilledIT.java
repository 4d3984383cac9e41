package jp.shikaku.registration.importing;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.kit.testing.PackagedService;
import jp.shikaku.kit.testing.ServiceEnvironment;
import jp.shikaku.kit.testing.Tokens;
import jp.shikaku.local.identity.Role;
import jp.shikaku.local.massfile.MassFile;
import jp.shikaku.local.postgres.LocalPostgres;
import jp.shikaku.registration.world.Desk;
import jp.shikaku.registration.world.EligibilityStandIn;
import jp.shikaku.registration.world.ImportDesk;
import jp.shikaku.registration.world.ImportedRows;
import jp.shikaku.registration.world.Rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

/**
 * The packaged service is killed at random points while it takes a file in. {@code -Dshikaku.kill.seed=N} repeats the
 * points of an earlier run, which prints its seed.
 */
@Timeout(600)
class ImportKilledIT {

    private static final String CSV = "text/csv; charset=UTF-8";
    private static final String UNDISTURBED = "undisturbed";
    private static final String KILLED = "killed";
    /** Three pieces of a mebibyte, the last of them not full. */
    private static final int PEOPLE = 14_500;

    private static final double SHARE_OF_MISTAKES = 0.05;
    private static final int RESIDENTS_AT_ONCE = 1000;
    private static final int KILLS = 5;
    private static final int MOST_MILLIS_BEYOND_A_POINT = 60;
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(3);

    private final EligibilityStandIn eligibility = new EligibilityStandIn();
    private final ServiceEnvironment environment = new ServiceEnvironment();
    private final Map<String, String> config = new HashMap<>();
    private final List<PackagedService> services = new ArrayList<>();
    private final MassFile file = new MassFile(11, PEOPLE, SHARE_OF_MISTAKES, JapanTime.today(Clock.systemUTC()));
    private LocalPostgres postgres;
    private byte[] bytes;

    @TempDir
    private Path folder;

    @BeforeEach
    void prepare() throws IOException {
        config.putAll(environment.start());
        config.putAll(eligibility.start());
        environment.inject((value, fields) -> postgres = (LocalPostgres) value);
        // Who died is waited for this long. Without a register behind a line a transaction never takes as long.
        config.put("shikaku.import.lease", "PT2S");
        config.put("shikaku.import.abandoned-after", "PT5S");
        config.put("shikaku.import.batch", "200");
        Path written = folder.resolve("file.csv");
        file.write(written, rows -> {});
        bytes = Files.readAllBytes(written);
    }

    @AfterEach
    void leaveNothingRunning() {
        services.forEach(PackagedService::close);
        eligibility.stop();
        environment.stop();
        RestAssured.port = RestAssured.UNDEFINED_PORT;
    }

    @Test
    void anImportThatIsKilledAgainAndAgainEndsWithExactlyTheSameRows() throws Exception {
        long seed = Long.getLong("shikaku.kill.seed", System.nanoTime() % 1_000_000);
        System.out.println("shikaku.kill.seed=" + seed);
        assertThat(bytes.length).isGreaterThan(2 * StoredFile.PIECE);

        PackagedService undisturbed = started(UNDISTURBED);
        List<Object> saidUndisturbed = sayings(takenIn());
        Map<String, List<Object>> left = settled(UNDISTURBED);
        undisturbed.kill();

        Random random = new Random(seed);
        PackagedService killed = started(KILLED);
        String id = sentThoughKilled(killed, random.nextInt(bytes.length));
        int cutOff = killAtRandomPoints(killed, random);
        killed.awaitReady();

        ImportDesk.ended(id, LONG_ENOUGH);
        assertThat(sayings(id))
                .as("refusals, seed %d", seed)
                .isEqualTo(saidUndisturbed)
                .hasSizeGreaterThan(100);
        Map<String, List<Object>> disturbed = settled(KILLED);
        left.forEach((table, rows) ->
                assertThat(disturbed.get(table)).as("%s, seed %d", table, seed).containsExactlyElementsOf(rows));
        assertThat(cutOff).as("kills before the end, seed %d", seed).isGreaterThanOrEqualTo(KILLS / 2);
        assertThat(new Rows(postgres, KILLED).dangling()).as("seed %d", seed).isEmpty();
        assertThat(left.get("enrolment")).hasSizeGreaterThan(PEOPLE * 9 / 10);
        assertThat(left.get("hold")).hasSizeGreaterThan(100);
        whatIsMissingOrThereTwiceIsSeen(left);
    }

    /** The twin: the comparison would tell. */
    private void whatIsMissingOrThereTwiceIsSeen(Map<String, List<Object>> left) {
        Rows rows = new Rows(postgres, KILLED);
        rows.run("update enrolment_import set accepted = accepted - 1, unchanged = unchanged + 1");
        rows.run("delete from hold where id = (select id from hold limit 1)");
        rows.run(
                "update enrolment_version set name = name || 'x' where enrolment_id = (select min(id::text)::uuid from enrolment)");

        Map<String, List<Object>> tampered = ImportedRows.in(rows);

        assertThat(List.of("enrolment_import", "hold", "enrolment_version"))
                .noneMatch(table -> tampered.get(table).equals(left.get(table)));
        assertThat(tampered.get("enrolment")).isEqualTo(left.get("enrolment"));

        rows.run("delete from enrolment_version where enrolment_id = (select min(id::text)::uuid from enrolment)");
        rows.run("delete from individual where person_key = (select min(person_key) from enrolment_version)");
        assertThat(rows.dangling()).containsOnlyKeys("enrolment to its latest version", "version to individual");
    }

    /** A service on a database of its own that knows the residents. */
    private PackagedService started(String database) throws IOException {
        postgres.createDatabase(database);
        config.put("quarkus.datasource.reactive.url", postgres.reactiveUrl(database));
        config.put("quarkus.datasource.jdbc.url", postgres.jdbcUrl(database));
        PackagedService service = new PackagedService(config, Path.of("target", "import-killed", database + ".log"));
        services.add(service);
        service.start();
        service.awaitReady();
        Desk.knowParties();
        Iterator<ObjectNode> residents = file.residents().iterator();
        while (residents.hasNext()) {
            List<String> page = new ArrayList<>();
            while (residents.hasNext() && page.size() < RESIDENTS_AT_ONCE) {
                page.add(residents.next().toString());
            }
            Desk.operator().body(page.toString()).post("/residents").then().statusCode(200);
        }
        return service;
    }

    private String takenIn() {
        String id = ImportDesk.send(CSV, bytes).then().statusCode(202).extract().path("id");
        ImportDesk.ended(id, LONG_ENOUGH).then().body("state", equalTo("COMPLETED"));
        return id;
    }

    /** The first kill: the file is still arriving. It is sent again, as whoever got no answer does. */
    private String sentThoughKilled(PackagedService service, int at) throws IOException {
        String submission = UUID.randomUUID().toString();
        InputStream deadly = new FilterInputStream(new ByteArrayInputStream(bytes)) {
            private int sent;

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                int read = super.read(into, offset, length);
                sent += Math.max(0, read);
                if (sent > at) {
                    service.kill();
                }
                return read;
            }
        };
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + RestAssured.port + "/enrolment-imports"))
                .header("Authorization", "Bearer " + Tokens.token(Role.INSURER, Desk.INSURER, LONG_ENOUGH))
                .header("Idempotency-Key", submission)
                .header("Content-Type", CSV)
                .POST(BodyPublishers.ofInputStream(() -> deadly))
                .build();
        assertThatThrownBy(() -> HttpClient.newHttpClient().send(request, BodyHandlers.discarding()))
                .isInstanceOf(IOException.class);
        service.start();
        service.awaitReady();
        return ImportDesk.send(submission, CSV, bytes)
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    /** Whether the program was just reading, comparing or storing there is as random. How often it was not at the end yet. */
    private int killAtRandomPoints(PackagedService service, Random random) throws IOException, InterruptedException {
        Rows rows = new Rows(postgres, KILLED);
        int[] points = random.ints(KILLS, 0, bytes.length).sorted().toArray();
        int cutOff = 0;
        for (int point : points) {
            await().atMost(LONG_ENOUGH)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> rows.count(
                                    """
                                    select count(*) from enrolment_import
                                    where state <> 'RECEIVING' and (next_offset > ? or ended_at is not null)""",
                                    point)
                            == 1);
            service.live(Duration.ofMillis(random.nextInt(MOST_MILLIS_BEYOND_A_POINT)));
            service.kill();
            cutOff += (int)
                    rows.count("select count(*) from enrolment_import where state <> 'RECEIVING' and ended_at is null");
            service.start();
        }
        return cutOff;
    }

    /** Once everything that was cleared has reached eligibility. */
    private Map<String, List<Object>> settled(String database) {
        Rows rows = new Rows(postgres, database);
        await().atMost(LONG_ENOUGH).until(() -> rows.count("select count(*) from linkage_outbox") == 0);
        return ImportedRows.in(rows);
    }

    /** What the insurer is told of each row that was refused, or read in another way. */
    private static List<Object> sayings(String id) {
        List<Object> sayings = new ArrayList<>();
        String after = "";
        do {
            Response page = Desk.insurer().get("/enrolment-imports/" + id + "/refusals?limit=100" + after);
            page.then().statusCode(200);
            sayings.addAll(page.jsonPath().getList("items"));
            String next = page.path("next");
            after = next == null ? "" : "&after=" + next;
        } while (!after.isEmpty());
        return sayings;
    }
}
