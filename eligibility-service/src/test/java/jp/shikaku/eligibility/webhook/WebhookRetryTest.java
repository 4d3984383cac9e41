package jp.shikaku.eligibility.webhook;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import jp.shikaku.eligibility.testing.Card;
import jp.shikaku.eligibility.testing.Clinic;
import jp.shikaku.eligibility.testing.Coverages;
import jp.shikaku.eligibility.testing.Ledger;
import jp.shikaku.eligibility.testing.NothingPersonalLogged;
import jp.shikaku.eligibility.testing.Receiver;
import jp.shikaku.eligibility.testing.Watching;
import jp.shikaku.kit.testing.ServiceEnvironment;
import jp.shikaku.kit.testing.Tokens;
import jp.shikaku.local.identity.Role;
import jp.shikaku.local.postgres.LocalPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

/** Receivers that fail, and messages that wait. */
@QuarkusTest
@TestProfile(WebhookTest.WithAReceiver.class)
@WithTestResource(value = ServiceEnvironment.class, scope = TestResourceScope.GLOBAL)
@ExtendWith(NothingPersonalLogged.class)
class WebhookRetryTest {

    private static final Duration TOLD_WITHIN = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    LocalPostgres postgres;

    private final Clinic clinic = Clinic.fresh();
    private final Watching watching = new Watching(clinic);
    private final Card card = Card.fresh();
    private final Receiver receiver = Receiver.at(Receiver.ALLOWED);

    @AfterEach
    void closeReceiver() {
        receiver.close();
    }

    @Test
    void receiverThatFailsIsTriedAgainEverLaterGivenUpAndRetriedOnRequest() throws Exception {
        receiver.answering(turn -> 500);
        String secret = secretOf(watching.register(receiver.url()));
        watching.watch(card);
        Coverages.link(card);

        Response dead = await().atMost(PATIENCE)
                .until(this::deadLetters, it -> !it.jsonPath().getList("items").isEmpty());
        dead.then()
                .body("items", hasSize(1))
                .body("items[0].failure", equalTo("http-500"))
                .body("items[0].institution", equalTo(clinic.code()));
        List<Long> at =
                receiver.received().stream().map(Receiver.Received::atNanos).toList();
        assertThat(at.size()).isGreaterThanOrEqualTo(3); // as many as fit before it is given up
        assertThat(at.get(1) - at.get(0)).isGreaterThan(Duration.ofMillis(190).toNanos());
        assertThat(at.get(2) - at.get(1)).isGreaterThan(Duration.ofMillis(390).toNanos());
        assertThat(receiver.received())
                .extracting(it -> it.header("webhook-id"))
                .containsOnly(dead.<String>path("items[0].id"));

        receiver.answering(turn -> 200);
        int before = receiver.received().size();
        asOperator()
                .post("/webhook-dead-letters/{id}/retry", dead.<String>path("items[0].id"))
                .then()
                .statusCode(202);
        await().atMost(TOLD_WITHIN).until(() -> receiver.received().size() == before + 1);
        assertThat(isGenuine(receiver.received().get(before), secret)).isTrue();
        await().atMost(PATIENCE).until(() -> waiting() == 0);
        deadLetters().then().body("items", hasSize(0));
    }

    @Test
    void deadLettersAreSeenByTheirInstitutionAndTheOperatorAlone() {
        receiver.answering(turn -> 410);
        watching.register(receiver.url()).then().statusCode(201);
        watching.watch(card);
        Coverages.link(card);
        String letter = await().atMost(TOLD_WITHIN)
                .until(this::deadLetters, it -> !it.jsonPath().getList("items").isEmpty())
                .path("items[0].id");
        assertThat(receiver.received()).hasSize(1);

        Clinic stranger = Clinic.fresh();
        stranger.signedIn().get("/webhook-dead-letters").then().body("items", hasSize(0));
        stranger.signedIn()
                .post("/webhook-dead-letters/{id}/retry", letter)
                .then()
                .statusCode(404)
                .body("code", equalTo("webhook-dead-letter-not-found"));
        asOperator()
                .queryParam("limit", 100)
                .get("/webhook-dead-letters")
                .then()
                .body("items.id", hasItem(letter));
        receiver.answering(turn -> 200);
        clinic.signedIn()
                .post("/webhook-dead-letters/retry")
                .then()
                .body("retried", equalTo(1))
                .body("left", equalTo(0));
        await().atMost(TOLD_WITHIN).until(() -> receiver.received().size() == 2);
    }

    @Test
    void receiverThatDoesNotAnswerIsTriedAgain() {
        receiver.answering(turn -> turn == 1 ? 0 : 200);
        watching.register(receiver.url()).then().statusCode(201);
        watching.watch(card);
        Coverages.link(card);

        await().atMost(PATIENCE).until(() -> receiver.received().size() == 2);
        await().atMost(PATIENCE).until(() -> waiting() == 0);
    }

    @Test
    void slowReceiverHoldsUpNoOther() {
        try (Receiver slow = Receiver.at(Receiver.ALLOWED).answering(turn -> 0)) {
            Watching other = new Watching(Clinic.fresh());
            other.register(slow.url()).then().statusCode(201);
            List<Card> cards =
                    IntStream.range(0, 30).mapToObj(i -> Card.fresh()).toList();
            cards.forEach(other::watch);
            watching.register(receiver.url()).then().statusCode(201);
            watching.watch(card);

            Coverages.post(cards.stream()
                            .map(it ->
                                    Coverages.delivery(UUID.randomUUID(), 1, Coverages.of(it, Coverages.newPerson())))
                            .toArray())
                    .then()
                    .statusCode(200);
            Coverages.link(card);

            first();
        }
    }

    /** What a replica leaves that is killed while the receiver has the message: a lease that runs out. */
    @Test
    void messageOfAKilledReplicaIsSentAgainUnderTheSameId() throws SQLException {
        receiver.answering(turn -> 503);
        watching.register(receiver.url()).then().statusCode(201);
        watching.watch(card);
        Coverages.link(card);
        String id = first().header("webhook-id");
        Ledger ledger = new Ledger(postgres);
        ledger.execute(
                """
                update webhook_delivery set next_attempt_at = now() + interval '1 hour', entered_at = now() + interval '1 hour'
                where id = '%s'"""
                        .formatted(id));
        int before = receiver.received().size();
        receiver.answering(turn -> 200);
        ledger.execute("update webhook_delivery set next_attempt_at = now() where id = '%s'".formatted(id));

        await().atMost(TOLD_WITHIN).until(() -> receiver.received().size() > before);
        assertThat(receiver.received().get(receiver.received().size() - 1).header("webhook-id"))
                .isEqualTo(id);
        await().atMost(PATIENCE).until(() -> waiting() == 0);
    }

    @Test
    void messagesOutliveAnOutageOfTheDatabase() {
        watching.register(receiver.url()).then().statusCode(201);
        watching.watch(card);
        try {
            postgres.stop();
        } finally {
            postgres.start();
        }
        await().atMost(PATIENCE)
                .until(() -> Coverages.put(UUID.randomUUID(), 1, Coverages.of(card, Coverages.newPerson()))
                                .statusCode()
                        == 204);

        await().atMost(Duration.ofSeconds(5)).until(() -> !receiver.received().isEmpty());
    }

    private Receiver.Received first() {
        await().atMost(TOLD_WITHIN).until(() -> !receiver.received().isEmpty());
        return receiver.received().get(0);
    }

    private Response deadLetters() {
        return clinic.signedIn().get("/webhook-dead-letters");
    }

    private long waiting() {
        return clinic.signedIn().get("/webhooks").jsonPath().getLong("[0].waiting");
    }

    private static RequestSpecification asOperator() {
        return Tokens.as(Role.OPERATOR, "operator-1");
    }

    private static String secretOf(Response answer) {
        return answer.then().statusCode(201).extract().path("secret");
    }

    private static boolean isGenuine(Receiver.Received message, String secret) throws Exception {
        return isGenuine(message, secret, Instant.now());
    }

    /** As a receiver would write it from docs/watch.md, without any of the service's own code. */
    private static boolean isGenuine(Receiver.Received message, String secret, Instant now) throws Exception {
        long timestamp = Long.parseLong(message.header("webhook-timestamp"));
        if (Math.abs(now.getEpochSecond() - timestamp) > 300) {
            return false;
        }
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        String signed = message.header("webhook-id") + "." + timestamp + "." + message.body();
        String expected =
                "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        return List.of(message.header("webhook-signature").split(" ")).contains(expected);
    }
}
