package jp.shikaku.registration;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jp.shikaku.local.postgres.LocalPostgres;
import jp.shikaku.registration.world.Citizen;
import jp.shikaku.registration.world.Copies;
import jp.shikaku.registration.world.Days;
import jp.shikaku.registration.world.Desk;
import jp.shikaku.registration.world.EligibilityStandIn;
import jp.shikaku.registration.world.EligibilityStandIn.Arrival;
import jp.shikaku.registration.world.RegistrationTest;
import jp.shikaku.registration.world.Rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A file holds up no record of today, and nothing holds up what stops a display. */
@RegistrationTest
class LinkagePriorityTest {

    private static final int FILE = 3_000;
    private static final Duration SLOW = Duration.ofMillis(400);

    LocalPostgres postgres;
    EligibilityStandIn eligibility;
    Rows rows;
    Citizen hanako;
    String template;

    @BeforeEach
    void aFileIsOnItsWayAndEligibilityIsSlowWithIt() {
        rows = new Rows(postgres);
        hanako = Citizen.hanako();
        Desk.knowParties();
        Desk.knowResident(hanako);
        template = cleared(hanako);
        // On a busy machine the first answer may come too late, and the record goes twice.
        await().until(() -> rows.count("select count(*) from linkage_outbox") == 0);
        String ofTheFile = number(hanako);
        eligibility.answer(arrival -> {
            if (arrival.body().contains(ofTheFile)) {
                pause(arrival.request());
            }
            return EligibilityStandIn.APPLIED;
        });
    }

    /** Once a request, not once a version. */
    private volatile int lastSlow;

    private void pause(int request) {
        if (lastSlow != request) {
            lastSlow = request;
            await().pollDelay(SLOW).atMost(SLOW.multipliedBy(3)).until(() -> true);
        }
    }

    @AfterEach
    void forget() {
        eligibility.reset();
        rows.run("delete from linkage_outbox");
        new Copies(rows).remove();
    }

    @Test
    void recordOfTodayDoesNotWaitBehindAFile() {
        new Copies(rows).queue(template, FILE);
        await().until(() -> eligibility.arrivals().size() > 200);
        Citizen taro = taro();

        String today = cleared(taro);

        await().atMost(Duration.ofSeconds(1))
                .until(() -> !eligibility.arrivals(today).isEmpty());
        assertThat(rows.count("select count(*) from linkage_outbox where priority = 2"))
                .isGreaterThan(FILE / 2);
    }

    /** Found by a file of 30,000 rows: by a plan made for the empty queue one claim took seconds. */
    @Test
    void plansMadeForAnEmptyQueueDoNotLastForALongOne() {
        rows.run("vacuum analyze linkage_outbox");
        for (int i = 0; i < 8; i++) {
            String before = cleared(taro());
            await().until(() -> !eligibility.arrivals(before).isEmpty());
        }
        new Copies(rows).queue(template, 2 * FILE);
        await().until(() -> eligibility.arrivals().size() > 200);

        String today = cleared(taro());

        await().atMost(Duration.ofSeconds(1))
                .until(() -> !eligibility.arrivals(today).isEmpty());
    }

    @Test
    void whatAFileSaidOfARecordGoesAheadTogetherWithWhatIsSaidOfItToday() {
        Citizen taro = taro();
        String today = cleared(taro);
        await().until(() -> eligibility.arrivals(today).size() == 1);
        new Copies(rows).queue(template, FILE);
        await().until(() -> eligibility.arrivals().size() > 200);
        rows.run(
                """
                insert into linkage_outbox (
                    enrolment_id, coverage_version, version, state, medical_info_allowed, priority, queued_at)
                values ('%s', 2, 1, 'VISIBLE', true, 2, now());
                update enrolment set coverage_version = 2 where id = '%1$s'"""
                        .formatted(today));

        Desk.correct(today, 1, taro.enrolment(Days.ago(29))).then().statusCode(200);

        await().atMost(Duration.ofSeconds(1)).untilAsserted(() -> assertThat(eligibility.arrivals(today))
                .extracting(Arrival::version)
                .containsExactly(1, 2, 3));
    }

    @Test
    void whatStopsADisplayDoesNotWaitForWhatIsOnItsWay() throws InterruptedException {
        Citizen taro = taro();
        CountDownLatch hanging = new CountDownLatch(1);
        eligibility.answer(arrival -> {
            if (arrival.state().equals("VISIBLE") && arrival.body().contains(number(taro))) {
                await().until(() -> hanging.getCount() == 0);
            }
            return EligibilityStandIn.APPLIED;
        });
        String today = cleared(taro);
        await().until(() -> eligibility.arrivals(today).size() == 1);
        rows.run("update enrolment set coverage_version = 2 where id = '%s'".formatted(today));

        // As the mis-link desk does, whose own test is elsewhere.
        rows.run(
                """
                update linkage_outbox set priority = 0, next_attempt_at = now(), leased_until = null where enrolment_id = '%1$s';
                insert into linkage_outbox (
                    enrolment_id, coverage_version, version, state, medical_info_allowed, priority, queued_at)
                values ('%1$s', 2, 1, 'SUSPENDED', true, 0, now())"""
                        .formatted(today));

        await().atMost(Duration.ofSeconds(1)).until(() -> eligibility.arrivals(today).stream()
                .anyMatch(arrival -> arrival.state().equals("SUSPENDED")));
        hanging.countDown();
        await().until(() ->
                rows.count("select count(*) from linkage_outbox where enrolment_id = ?", UUID.fromString(today)) == 0);
    }

    private static Citizen taro() {
        Citizen taro = new Citizen(Citizen.nextNumber(), "佐藤 太郎", "サトウ タロウ", "1985-08-08", "1", "大阪府大阪市北区梅田3-1-3");
        Desk.knowResident(taro);
        return taro;
    }

    private static String number(Citizen citizen) {
        return "45-" + citizen.individualNumber().substring(4);
    }

    private static String cleared(Citizen citizen) {
        return Desk.enrol(citizen.enrolment(Days.ago(30)))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
