package jp.shikaku.registration.linkage;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import jakarta.inject.Inject;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jp.shikaku.local.postgres.LocalPostgres;
import jp.shikaku.registration.linkage.Announcement.Priority;
import jp.shikaku.registration.linkage.Outbox.Refused;
import jp.shikaku.registration.world.Citizen;
import jp.shikaku.registration.world.Copies;
import jp.shikaku.registration.world.Days;
import jp.shikaku.registration.world.Desk;
import jp.shikaku.registration.world.EligibilityStandIn;
import jp.shikaku.registration.world.RegistrationTest;
import jp.shikaku.registration.world.Rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The database counted the queue while it was empty, and plans by that until it counts again: a minute later or more. By
 * nested loops over all of it each of these took seconds.
 */
@RegistrationTest
class OutboxTakenForEmptyTest {

    private static final int QUEUED = 20_000;
    private static final Duration SOON = Duration.ofMillis(1_500);

    @Inject
    @ReactiveDataSource("linkage")
    Pool pool;

    @Inject
    Clock clock;

    LocalPostgres postgres;
    EligibilityStandIn eligibility;
    private Rows rows;
    private String template;
    private Outbox outbox;

    @BeforeEach
    void nobodyTakesWhatIsQueued() {
        rows = new Rows(postgres);
        outbox = new Outbox(pool, List.of(), clock);
        Citizen hanako = Citizen.hanako();
        Desk.knowParties();
        Desk.knowResident(hanako);
        template = Desk.enrol(hanako.enrolment(Days.ago(30)))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        await().until(() -> rows.count("select count(*) from linkage_outbox") == 0);
        eligibility.goAway(); // the queue is left to the test
    }

    @AfterEach
    void forget() {
        eligibility.comeBack();
        rows.run("delete from linkage_outbox");
        new Copies(rows).remove();
    }

    @Test
    void claimingSettlingPuttingOffAndGivingUpTakeNoLonger() {
        new Copies(rows).queue(template, QUEUED);
        rows.run("delete from linkage_outbox");
        rows.run("analyze linkage_outbox");
        queueTheCopies();

        takeFourWays(200);
    }

    /** Plans are kept as long as a connection, and nobody tells the database that the queue has grown. */
    @Test
    void theyTakeNoLongerByThePlansThatWereMadeForAnEmptyQueue() {
        new Copies(rows).queue(template, 4);
        takeFourWays(4);
        rows.run("delete from linkage_outbox");
        new Copies(rows).remove();

        new Copies(rows).queue(template, QUEUED);

        takeFourWays(200);
    }

    private void queueTheCopies() {
        rows.run(
                """
                insert into linkage_outbox (
                    enrolment_id, coverage_version, version, state, medical_info_allowed, priority, queued_at)
                select enrolment_id, 1, 1, 'VISIBLE', true, 2, now() from enrolment_version
                where enrolment_id < '00000001-0000-0000-0000-000000000000'""");
    }

    private void takeFourWays(int enrolments) {
        int half = enrolments / 2;
        int most = half + enrolments / 4;
        List<OutboxItem> claimed = soon(outbox.claim(Priority.BULK, Priority.BULK, enrolments, Duration.ofMinutes(1)));
        assertThat(claimed).hasSize(enrolments);
        long queued = rows.count("select count(*) from linkage_outbox");

        soon(outbox.settled(claimed.subList(0, half)));
        soon(outbox.later(claimed.subList(half, most), item -> Duration.ofMinutes(2)));
        List<Refused> refused = claimed.subList(most, enrolments).stream()
                .map(item -> new Refused(item, "a reason"))
                .toList();
        assertThat(soon(outbox.dead(refused))).isEqualTo(refused.size());
        assertThat(soon(outbox.dead(refused))).isZero();

        assertThat(rows.count("select count(*) from linkage_outbox")).isEqualTo(queued - half);
        assertThat(rows.count("select count(*) from linkage_outbox where status = 'DEAD'"))
                .isEqualTo(enrolments - most);
        assertThat(rows.count("select count(*) from linkage_outbox where next_attempt_at > now() + interval '100 s'"))
                .isEqualTo(most - half);
    }

    private static <T> T soon(Uni<T> work) {
        return work.await().atMost(SOON);
    }
}
