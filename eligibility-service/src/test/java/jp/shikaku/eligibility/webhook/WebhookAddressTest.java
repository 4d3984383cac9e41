package jp.shikaku.eligibility.webhook;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import jp.shikaku.eligibility.testing.Card;
import jp.shikaku.eligibility.testing.Clinic;
import jp.shikaku.eligibility.testing.Coverages;
import jp.shikaku.eligibility.testing.Ledger;
import jp.shikaku.eligibility.testing.NothingPersonalLogged;
import jp.shikaku.eligibility.testing.Receiver;
import jp.shikaku.eligibility.testing.Watching;
import jp.shikaku.kit.testing.ServiceEnvironment;
import jp.shikaku.local.postgres.LocalPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;

/** To whom nothing is sent, whatever a webhook says. */
@QuarkusTest
@TestProfile(WebhookTest.WithAReceiver.class)
@WithTestResource(value = ServiceEnvironment.class, scope = TestResourceScope.GLOBAL)
@ExtendWith(NothingPersonalLogged.class)
class WebhookAddressTest {
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
    void nothingIsSentToARedirectionsAim() {
        try (Receiver inside = Receiver.at("127.0.0.1")) {
            receiver.redirectingTo(inside.url());
            watching.register(receiver.url()).then().statusCode(201);
            watching.watch(card);
            Coverages.link(card);

            String letter = await().atMost(PATIENCE)
                    .until(
                            this::deadLetters,
                            it -> !it.jsonPath().getList("items").isEmpty())
                    .path("items[0].failure");
            assertThat(letter).isEqualTo("redirected");
            assertThat(inside.received()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "localhost",
                "2130706433",
                "10.0.0.1",
                "192.168.0.1",
                "169.254.169.254",
                "0.0.0.0",
                "[::1]",
                "[::ffff:127.0.0.1]",
                "[fd00::1]",
                "no-such-host.invalid"
            })
    void addressThatIsNotPublicIsRefusedWithoutBeingCalled(String host) {
        try (Receiver inside = Receiver.at("127.0.0.1")) {
            watching.register("http://" + host + ":" + inside.port() + "/")
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", contains("/url"))
                    .body("errors.code", contains("address-not-public"));
            assertThat(inside.received()).isEmpty();
        }
    }

    /** A name that led to the outside when it was registered, and leads inside when a message is to be sent. */
    @Test
    void addressIsLookedAtAgainWhenAMessageIsSent() throws SQLException {
        try (Receiver inside = Receiver.at("127.0.0.1")) {
            String id = watching.register(receiver.url()).path("id");
            new Ledger(postgres)
                    .execute("update webhook set url = 'http://localhost:%d/' where id = '%s'"
                            .formatted(inside.port(), id));
            watching.watch(card);
            Coverages.link(card);

            deadWith("address-not-public");
            assertThat(inside.received()).isEmpty();
        }
    }

    @Test
    void whatIsNoAddressIsRefused() {
        for (String url : List.of("ftp://clinic.example/", "https://user:word@clinic.example/", "hooks")) {
            watching.register(url).then().statusCode(422).body("errors.code", contains("webhook-address"));
        }
        watching.register("").then().statusCode(422).body("errors.code", contains("value-required"));
    }

    private void deadWith(String failure) {
        await().atMost(PATIENCE)
                .until(() -> deadLetters().jsonPath().getList("items.failure").equals(List.of(failure)));
    }

    private Response deadLetters() {
        return clinic.signedIn().get("/webhook-dead-letters");
    }
}
