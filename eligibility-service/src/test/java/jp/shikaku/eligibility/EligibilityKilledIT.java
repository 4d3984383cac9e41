package jp.shikaku.eligibility;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import jp.shikaku.eligibility.testing.Body;
import jp.shikaku.eligibility.testing.Card;
import jp.shikaku.eligibility.testing.Clinic;
import jp.shikaku.eligibility.testing.Coverages;
import jp.shikaku.eligibility.testing.Ledger;
import jp.shikaku.kit.testing.PackagedService;
import jp.shikaku.kit.testing.ServiceEnvironment;
import jp.shikaku.kit.testing.Tokens;
import jp.shikaku.local.identity.Role;
import jp.shikaku.local.postgres.LocalPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The packaged service is killed at random moments while it answers desks, takes in coverages and works on a batch.
 * {@code -Dshikaku.kill.seed=N} repeats the moments of an earlier run, which prints its seed.
 */
@Timeout(300)
class EligibilityKilledIT {

    private static final int KILLS = 3;
    private static final int DESKS = 4;
    private static final int CARDS = 200;
    private static final int ROWS = 10_000;
    private static final int LEAST_MILLIS = 300;
    private static final int MOST_MILLIS = 1_500;
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);

    private final ServiceEnvironment environment = new ServiceEnvironment();
    private final Map<String, String> config = new HashMap<>();
    private final Clinic clinic = Clinic.hana();
    private final List<Card> cards =
            IntStream.range(0, CARDS).mapToObj(i -> Card.fresh()).toList();
    /** What a desk was answered, by the key under which it asked. */
    private final Map<String, String> answered = new ConcurrentHashMap<>();

    private final Set<Integer> verdicts = ConcurrentHashMap.newKeySet();
    /** The newest version that was acknowledged, of each enrolment. */
    private final Map<UUID, Integer> linked = new ConcurrentHashMap<>();

    private LocalPostgres postgres;
    private PackagedService service;
    private volatile boolean open = true;

    @BeforeEach
    void start() throws Exception {
        config.putAll(environment.start());
        environment.inject((value, fields) -> postgres = (LocalPostgres) value);
        // Who died is waited for this long.
        config.put("shikaku.batch.lease", "PT2S");
        config.put("shikaku.batch.poll", "PT0.2S");
        service = new PackagedService(config, Path.of("target", "eligibility-killed", "service.log"));
        service.start();
        service.awaitReady();
        Coverages.post(cards.stream()
                        .map(card ->
                                Coverages.delivery(UUID.randomUUID(), 1, Coverages.of(card, Coverages.newPerson())))
                        .toArray())
                .then()
                .statusCode(200);
    }

    @AfterEach
    void leaveNothingRunning() {
        open = false;
        service.close();
        environment.stop();
        RestAssured.port = RestAssured.UNDEFINED_PORT;
    }

    /** R2, R6 */
    @Test
    void nothingAcknowledgedIsLostAndEveryAnswerHasItsLook() throws Exception {
        long seed = Long.getLong("shikaku.kill.seed", System.nanoTime() % 1_000_000);
        System.out.println("shikaku.kill.seed=" + seed);
        String batch = clinic.signedIn()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("text/csv; charset=UTF-8")
                .body(appointments())
                .post("/confirmation-batches")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        ExecutorService desks = Executors.newFixedThreadPool(DESKS + 1);
        IntStream.range(0, DESKS).forEach(desk -> desks.submit(() -> askOnAndOn(new Random(seed + desk))));
        desks.submit(this::linkOnAndOn);

        int cutOff = killAtRandomMoments(batch, new Random(seed));

        await().atMost(LONG_ENOUGH).ignoreExceptions().until(() -> "COMPLETED"
                .equals(batchNow(batch).path("state")));
        open = false;
        desks.shutdown();
        assertThat(desks.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        assertThat(cutOff).as("kills before the batch had ended, seed %d", seed).isPositive();
        everyRowIsThereOnce(batch);
        everyAnswerIsKeptWithItsLook();
        everyVersionIsThere();
        theChainIsIntactAndWouldTell();
    }

    private int killAtRandomMoments(String batch, Random random) throws Exception {
        int cutOff = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            service.live(Duration.ofMillis(random.nextInt(LEAST_MILLIS, MOST_MILLIS)));
            boolean underWay = !"COMPLETED".equals(batchNow(batch).path("state"));
            service.kill();
            cutOff += underWay ? 1 : 0;
            service.start();
            service.awaitReady();
        }
        return cutOff;
    }

    private Response batchNow(String batch) {
        return clinic.signedIn().get("/confirmation-batches/" + batch);
    }

    /** Every second row is about a card that nobody has. */
    private byte[] appointments() {
        return IntStream.range(0, ROWS)
                .mapToObj(row -> {
                    Card card = cards.get(row % CARDS);
                    return "row-%d,%s,%s,%s%s,01,%s%n"
                            .formatted(
                                    row,
                                    card.insurerNumber(),
                                    card.symbol(),
                                    card.number(),
                                    row % 2 == 0 ? "" : "9",
                                    card.birthDate());
                })
                .collect(Collectors.joining("", "照会ID,保険者番号,記号,番号,枝番,生年月日\n", ""))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** As a desk does: who got no answer asks again, under the same key. */
    private void askOnAndOn(Random random) {
        while (open) {
            String key = UUID.randomUUID().toString();
            Card card = cards.get(random.nextInt(CARDS));
            Body question = card.question().with("correlationId", key);
            while (open && !answered.containsKey(key)) {
                try {
                    Response answer = clinic.ask(question, key);
                    if (answer.statusCode() == 201) {
                        verdicts.add(answer.path("validity"));
                        answered.put(key, answer.path("confirmationNumber"));
                    }
                } catch (Exception gone) {
                    LockSupport.parkNanos(PAUSE.toNanos()); // killed just now: leave its successor some time
                }
            }
        }
    }

    private void linkOnAndOn() {
        UUID enrolment = UUID.randomUUID();
        Body content = Coverages.of(Card.fresh(), Coverages.newPerson());
        for (int version = 1; open; ) {
            try {
                if (Coverages.put(enrolment, version, content).statusCode() == 204) {
                    linked.put(enrolment, version);
                    version++;
                }
            } catch (Exception gone) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private void everyRowIsThereOnce(String batch) throws SQLException {
        Response result =
                clinic.signedIn().accept("application/json").get("/confirmation-batches/" + batch + "/result");
        List<String> ids = result.then().statusCode(200).extract().path("rows.correlationId");
        List<String> numbers = result.path("rows.answer.confirmationNumber");
        List<Integer> found = result.path("rows.answer.validity");

        assertThat(ids)
                .isEqualTo(
                        IntStream.range(0, ROWS).mapToObj(row -> "row-" + row).toList());
        assertThat(new HashSet<>(numbers)).doesNotContainNull().hasSize(ROWS);
        assertThat(found)
                .isEqualTo(IntStream.range(0, ROWS)
                        .mapToObj(row -> row % 2 == 0 ? 1 : 4)
                        .toList());
        assertThat(ledger().number("select count(*) from confirmation where correlation_id like 'row-%'"))
                .as("no row was answered twice")
                .isEqualTo(ROWS);
    }

    private void everyAnswerIsKeptWithItsLook() throws SQLException {
        assertThat(answered).hasSizeGreaterThan(DESKS * KILLS);
        Map<String, String> kept = new HashMap<>();
        for (Map<String, Object> row : ledger().rows(
                        "select idempotency_key, confirmation_number from confirmation where idempotency_key is not null")) {
            kept.put((String) row.get("idempotency_key"), (String) row.get("confirmation_number"));
        }
        assertThat(verdicts).as("R3: an outage is no verdict").containsExactly(1);
        answered.forEach((key, number) -> assertThat(kept).containsEntry(key, number.replace("-", "")));
        assertThat(ledger().number(
                                "select count(*) from confirmation left join (select confirmation_number, count(*) as looks"
                                        + " from look where purpose = 'CONFIRMATION' group by 1) looked using (confirmation_number)"
                                        + " where looks is distinct from 1"))
                .isZero();
        assertThat(ledger().number("select count(*) from look l where not exists (select 1 from confirmation c"
                        + " where c.confirmation_number = l.confirmation_number)"))
                .isZero();
    }

    private void everyVersionIsThere() throws SQLException {
        assertThat(linked).isNotEmpty();
        for (Map.Entry<UUID, Integer> each : linked.entrySet()) {
            assertThat(ledger().number("select version from coverage where enrolment_id = ?", each.getKey()))
                    .isGreaterThanOrEqualTo(each.getValue());
        }
    }

    private void theChainIsIntactAndWouldTell() throws SQLException {
        await().atMost(LONG_ENOUGH).until(() -> verification("?limit=1").<Integer>path("unsealed") == 0);
        long looks = 0;
        Object next = 0;
        while (next != null) {
            Response page = verification("?limit=5&after=" + next);
            page.then().statusCode(200);
            assertThat(page.<Boolean>path("intact")).isTrue();
            looks += page.<Integer>path("looks");
            next = page.path("next");
        }
        assertThat(looks).isEqualTo(ledger().looks());

        ledger().execute("alter table look disable trigger user;"
                + " delete from look where id = (select id from look order by id limit 1)");
        assertThat(verification("?limit=1").<Boolean>path("intact")).isFalse();
    }

    private static Response verification(String page) {
        return Tokens.as(Role.OPERATOR, "op-1").get("/looks/verification" + page);
    }

    private Ledger ledger() {
        return new Ledger(postgres);
    }
}
