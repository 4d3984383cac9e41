package jp.shikaku.eligibility.watch;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import jp.shikaku.eligibility.testing.Body;
import jp.shikaku.eligibility.testing.Card;
import jp.shikaku.eligibility.testing.Clinic;
import jp.shikaku.eligibility.testing.Coverages;
import jp.shikaku.eligibility.testing.EventReader;
import jp.shikaku.eligibility.testing.Ledger;
import jp.shikaku.eligibility.testing.NothingPersonalLogged;
import jp.shikaku.eligibility.testing.Watching;
import jp.shikaku.kit.testing.ServiceEnvironment;
import jp.shikaku.local.postgres.LocalPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;

/** Watches are opened, listed, cancelled, and end. */
@QuarkusTest
@WithTestResource(value = ServiceEnvironment.class, scope = TestResourceScope.GLOBAL)
@ExtendWith(NothingPersonalLogged.class)
class WatchLifeTest {

    private static final Duration TOLD_WITHIN = Duration.ofSeconds(2);

    LocalPostgres postgres;

    private final Clinic clinic = Clinic.fresh();
    private final Watching watching = new Watching(clinic);
    private final Card card = Card.fresh();

    /** R7. */
    @Test
    void institutionWatchesItsOwnConfirmationsAndSeesItsOwnWatches() {
        Watching stranger = new Watching(Clinic.fresh());
        String number = clinic.numberFor(card);
        stranger.open(number).then().statusCode(404).body("code", equalTo("confirmation-not-found"));
        String watch = watching.open(number).then().statusCode(201).extract().path("id");

        stranger.get(watch).then().statusCode(404).body("code", equalTo("watch-not-found"));
        stranger.cancel(watch).then().statusCode(404);
        stranger.clinic().signedIn().get("/watches").then().body("items", empty());
        try (EventReader foreign = stranger.listen("0")) {
            Coverages.link(card);
            toldTimes(1);
            assertThat(foreign.events()).isEmpty();
            stranger.events(0).then().body("items", empty());
        }
        watching.get(watch).then().body("state", equalTo("FULFILLED"));
    }

    @Test
    void validAnswerNeedsNoWatch() {
        Coverages.link(card);
        watching.open(clinic.numberFor(card)).then().statusCode(409).body("code", equalTo("watch-not-needed"));
    }

    @Test
    void whatIsCancelledIsNotToldAndCancellingAgainChangesNothing() {
        String watch = watching.watch(card);
        watching.cancel(watch).then().statusCode(200).body("state", equalTo("CANCELLED"));
        watching.cancel(watch).then().statusCode(200).body("state", equalTo("CANCELLED"));

        Card other = Card.fresh();
        String open = watching.watch(other);
        Coverages.link(card);
        Coverages.link(other);

        toldTimes(1);
        watching.cancel(open).then().statusCode(409).body("code", equalTo("watch-ended"));
        clinic.signedIn()
                .queryParam("state", "CANCELLED")
                .get("/watches")
                .then()
                .body("items.id", contains(watch));
    }

    @Test
    void whatHasExpiredIsNotTold() throws SQLException {
        String watch = watching.watch(card);
        awaitNothingDue();
        new Ledger(postgres)
                .execute("update watch set expires_at = now() - interval '1 second' where id = '%s'".formatted(watch));
        watching.get(watch).then().body("state", equalTo("EXPIRED")).body("$", hasKey("endedAt"));
        Card other = Card.fresh();
        watching.watch(other);

        Coverages.link(card);
        Coverages.link(other);

        toldTimes(1);
        watching.get(watch).then().body("state", equalTo("EXPIRED")).body("changes", equalTo(0));
    }

    @Test
    void timeToWatchIsWithinLimits() {
        String number = clinic.numberFor(card);
        for (String until : List.of("2020-01-01T00:00:00+09:00", "2999-01-01T00:00:00+09:00", "tomorrow")) {
            watching.open(new Body(Map.of("confirmationNumber", number, "until", until)), Watching.newKey())
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", contains("/until"));
        }
    }

    @Test
    void requestThatIsRepeatedOpensNoSecondWatch() {
        String number = clinic.numberFor(card);
        Body request = new Body(Map.of("confirmationNumber", number));
        String key = Watching.newKey();
        String watch =
                watching.open(request, key).then().statusCode(201).extract().path("id");

        watching.open(request, key).then().statusCode(201).body("id", equalTo(watch));
        watching.open(number).then().statusCode(201).body("id", equalTo(watch));
        watching.open(new Body(Map.of("confirmationNumber", clinic.numberFor(Card.fresh()))), key)
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
        clinic.signedIn().get("/watches").then().body("items.id", contains(watch));
    }

    /** That in time so many events are there, and no more when all is quiet. */
    private void toldTimes(int times) {
        await().atMost(TOLD_WITHIN)
                .until(() -> watching.events(0).jsonPath().getList("items").size() == times);
        awaitNothingDue();
        assertThat(watching.events(0).jsonPath().getList("items")).hasSize(times);
    }

    private void awaitNothingDue() {
        await().atMost(TOLD_WITHIN)
                .until(() -> new Ledger(postgres).number("select count(*) from watch_due where due_at <= now()") == 0);
    }
}
