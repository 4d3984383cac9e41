package jp.shikaku.eligibility.webhook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import jp.shikaku.eligibility.testing.Card;
import jp.shikaku.eligibility.testing.Clinic;
import jp.shikaku.eligibility.testing.Coverages;
import jp.shikaku.eligibility.testing.Ledger;
import jp.shikaku.eligibility.testing.Marks;
import jp.shikaku.eligibility.testing.NothingPersonalLogged;
import jp.shikaku.eligibility.testing.Receiver;
import jp.shikaku.eligibility.testing.Watching;
import jp.shikaku.kit.testing.ServiceEnvironment;
import jp.shikaku.local.postgres.LocalPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

/** Signed messages to real receivers. Of the addresses of this machine one is allowed, so that the others show the guard. */
@QuarkusTest
@TestProfile(WebhookTest.WithAReceiver.class)
@WithTestResource(value = ServiceEnvironment.class, scope = TestResourceScope.GLOBAL)
@ExtendWith(NothingPersonalLogged.class)
class WebhookTest {

    private static final Duration TOLD_WITHIN = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    public static final class WithAReceiver implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "shikaku.webhook.allowed-networks", Receiver.ALLOWED + "/32",
                    "shikaku.webhook.plain-http", "true",
                    "shikaku.webhook.timeout", "PT0.7S",
                    "shikaku.webhook.lease", "PT3S",
                    "shikaku.webhook.first-back-off", "PT0.2S",
                    "shikaku.webhook.longest-back-off", "PT0.5S",
                    "shikaku.webhook.give-up-after", "PT2S");
        }
    }

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
    void linkedCoverageReachesTheReceiverSignedWithinTwoSeconds() throws Exception {
        String secret = secretOf(watching.register(receiver.url()));
        String number = clinic.numberFor(card);
        String watch = watching.open(number).then().extract().path("id");

        long linked = System.nanoTime();
        Coverages.link(card);
        Receiver.Received message = first();

        assertThat(Duration.ofNanos(message.atNanos() - linked)).isLessThan(TOLD_WITHIN);
        assertThat(message.header("content-type")).isEqualTo("application/json");
        assertThat(message.header("host")).isEqualTo(Receiver.ALLOWED + ":" + receiver.port());
        JsonPath body = JsonPath.from(message.body());
        assertThat(body.getString("type")).isEqualTo("watch.changed");
        assertThat(body.getLong("id")).isEqualTo(1);
        assertThat(body.getString("watchId")).isEqualTo(watch);
        assertThat(body.getString("confirmationNumber")).isEqualTo(number);
        assertThat(Marks.isPersonal(message.body())).isFalse();
        assertThat(isGenuine(message, secret)).isTrue();
        await().atMost(PATIENCE).until(() -> waiting() == 0);
    }

    @Test
    void signatureFitsNoOtherSecretBodyOrTimeAndNoReplay() throws Exception {
        String secret = secretOf(watching.register(receiver.url()));
        String other = secretOf(watching.register(receiver.url() + "&second"));
        watching.watch(card);
        Coverages.link(card);
        await().atMost(TOLD_WITHIN).until(() -> receiver.received().size() == 2);
        Receiver.Received message = receiver.received().stream()
                .filter(it -> verified(it, secret))
                .findFirst()
                .orElseThrow();

        assertThat(isGenuine(message, other)).isFalse();
        assertThat(isGenuine(changed(message, message.body().replace("watch.changed", "watch.ended")), secret))
                .isFalse();
        long sent = Long.parseLong(message.header("webhook-timestamp"));
        assertThat(isGenuine(message, secret, Instant.ofEpochSecond(sent + 299)))
                .isTrue();
        assertThat(isGenuine(message, secret, Instant.ofEpochSecond(sent + 301)))
                .isFalse();
        assertThat(isGenuine(message, secret, Instant.ofEpochSecond(sent - 301)))
                .isFalse();
    }

    @Test
    void secretIsToldOnceAndKeptSealed() throws SQLException {
        String key = Watching.newKey();
        Response answer = watching.register(receiver.url(), key);
        answer.then().statusCode(201).body("secret", startsWith("whsec_")).body("replayWindowSeconds", equalTo(300));
        String id = answer.path("id");

        watching.register(receiver.url(), key)
                .then()
                .statusCode(201)
                .body("id", equalTo(id))
                .body("$", not(hasKey("secret")));
        watching.register(receiver.url() + "&x", key)
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
        clinic.signedIn().get("/webhooks/{id}", id).then().statusCode(200).body("$", not(hasKey("secret")));
        clinic.signedIn().get("/webhooks").then().body("id", contains(id));
        byte[] secret = Base64.getDecoder().decode(secretOf(answer).substring("whsec_".length()));
        byte[] kept = (byte[]) new Ledger(postgres)
                .rows("select secret from webhook where id = ?", UUID.fromString(id))
                .get(0)
                .get("secret");
        assertThat(indexOf(kept, Arrays.copyOf(secret, 8))).isNegative();
    }

    @Test
    void newSecretSignsTogetherWithTheFormerOne() throws Exception {
        Response registered = watching.register(receiver.url());
        String former = secretOf(registered);
        Response rotated = clinic.signedIn().post("/webhooks/{id}/secrets", registered.<String>path("id"));
        rotated.then().statusCode(201).body("$", hasKey("previousUntil"));
        watching.watch(card);
        Coverages.link(card);

        Receiver.Received message = first();
        assertThat(isGenuine(message, former)).isTrue();
        assertThat(isGenuine(message, secretOf(rotated))).isTrue();

        new Ledger(postgres)
                .execute("update webhook set previous_until = now() where id = '%s'"
                        .formatted(registered.<String>path("id")));
        Card second = Card.fresh();
        watching.watch(second);
        Coverages.link(second);
        await().atMost(TOLD_WITHIN).until(() -> receiver.received().size() == 2);
        assertThat(isGenuine(receiver.received().get(1), former)).isFalse();
        assertThat(isGenuine(receiver.received().get(1), secretOf(rotated))).isTrue();
    }

    /** R7. */
    @Test
    void webhookOfAnotherInstitutionIsAsIfThereWereNone() {
        String id = watching.register(receiver.url()).path("id");
        Clinic stranger = Clinic.fresh();

        stranger.signedIn().get("/webhooks/{id}", id).then().statusCode(404).body("code", equalTo("webhook-not-found"));
        stranger.signedIn().delete("/webhooks/{id}", id).then().statusCode(404);
        stranger.signedIn().post("/webhooks/{id}/secrets", id).then().statusCode(404);
        stranger.signedIn().get("/webhooks").then().body("$", hasSize(0));
        Card other = Card.fresh();
        new Watching(stranger).watch(other);
        watching.watch(card);
        Coverages.link(other);
        Coverages.link(card);
        first();
        assertThat(receiver.received()).hasSize(1);
    }

    @Test
    void nothingIsSentToADeletedWebhook() throws IOException {
        String id = watching.register(receiver.url()).path("id");
        clinic.signedIn().delete("/webhooks/{id}", id).then().statusCode(204);
        clinic.signedIn().delete("/webhooks/{id}", id).then().statusCode(404);
        watching.watch(card);
        Coverages.link(card);

        await().atMost(TOLD_WITHIN)
                .until(() -> watching.events(0).jsonPath().getList("items").size() == 1);
        assertThat(receiver.received()).isEmpty();
    }

    @Test
    void institutionHasOnlySoManyWebhooks() {
        for (int i = 0; i < 5; i++) {
            watching.register(receiver.url() + i).then().statusCode(201);
        }
        watching.register(receiver.url()).then().statusCode(409).body("code", equalTo("webhooks-too-many"));
    }

    private Receiver.Received first() {
        await().atMost(TOLD_WITHIN).until(() -> !receiver.received().isEmpty());
        return receiver.received().get(0);
    }

    private long waiting() {
        return clinic.signedIn().get("/webhooks").jsonPath().getLong("[0].waiting");
    }

    private static String secretOf(Response answer) {
        return answer.then().statusCode(201).extract().path("secret");
    }

    private static boolean verified(Receiver.Received message, String secret) {
        try {
            return isGenuine(message, secret);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
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

    private static Receiver.Received changed(Receiver.Received message, String body) {
        return new Receiver.Received(message.headers(), body, message.atNanos());
    }

    private static int indexOf(byte[] kept, byte[] piece) {
        return Collections.indexOfSubList(boxed(kept), boxed(piece));
    }

    private static List<Byte> boxed(byte[] bytes) {
        Byte[] boxed = new Byte[bytes.length];
        Arrays.setAll(boxed, i -> bytes[i]);
        return List.of(boxed);
    }
}
