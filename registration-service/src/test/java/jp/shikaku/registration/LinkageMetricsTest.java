package jp.shikaku.registration;

import java.net.URI;
import java.time.Duration;

import io.quarkus.test.common.http.TestHTTPResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jp.shikaku.local.postgres.LocalPostgres;
import jp.shikaku.registration.world.Citizen;
import jp.shikaku.registration.world.Days;
import jp.shikaku.registration.world.Desk;
import jp.shikaku.registration.world.EligibilityStandIn;
import jp.shikaku.registration.world.EligibilityStandIn.Answer;
import jp.shikaku.registration.world.Metrics;
import jp.shikaku.registration.world.RegistrationTest;
import jp.shikaku.registration.world.Rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Whoever watches over the service sees how far eligibility is behind. */
@RegistrationTest
class LinkageMetricsTest {

    @TestHTTPResource(value = "/", management = true)
    URI adminPort;

    LocalPostgres postgres;
    EligibilityStandIn eligibility;
    Rows rows;
    Citizen hanako;
    Metrics metrics;

    @BeforeEach
    void hanakoIsAResident() {
        rows = new Rows(postgres);
        metrics = new Metrics(adminPort);
        hanako = Citizen.hanako();
        Desk.knowParties();
        Desk.knowResident(hanako);
        rows.run("delete from linkage_outbox");
    }

    @AfterEach
    void forget() {
        eligibility.reset();
        rows.run("delete from linkage_outbox");
    }

    @Test
    void whatIsDeliveredIsCountedWithItsDelay() {
        double before = metrics.figure("shikaku_linkage_delivered_seconds_count", "priority=\"live\"");

        Desk.enrol(hanako.enrolment(Days.ago(30))).then().statusCode(201);

        await().until(() ->
                metrics.figure("shikaku_linkage_delivered_seconds_count", "priority=\"live\"") == before + 1);
        assertThat(metrics.figure("shikaku_linkage_delivered_seconds_bucket", "priority=\"live\"", "le=\"3600.0\""))
                .isPositive();
    }

    @Test
    void whatWaitsAndWhatIsRefusedIsSeenWithinSeconds() {
        double refusedBefore = metrics.figure("shikaku_linkage_refused_total");
        eligibility.answer(arrival -> new Answer(200, "INVALID"));
        Desk.enrol(hanako.enrolment(Days.ago(30))).then().statusCode(201);
        await().until(() -> metrics.figure("shikaku_linkage_refused_total") == refusedBefore + 1);
        eligibility.answer(arrival -> new Answer(503, "temporarily-unavailable"));
        Citizen another = Citizen.hanako();
        Desk.knowResident(another);
        String id = Desk.enrol(another.enrolment(Days.ago(20))).path("id");
        rows.run("update linkage_outbox set queued_at = queued_at - interval '1 hour' where enrolment_id = '" + id
                + "'");

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(metrics.figure("shikaku_linkage_dead")).isEqualTo(1);
            assertThat(metrics.figure("shikaku_linkage_pending", "priority=\"live\""))
                    .isEqualTo(1);
            assertThat(metrics.figure("shikaku_linkage_oldest_age", "priority=\"live\""))
                    .isGreaterThanOrEqualTo(3600);
            assertThat(metrics.figure("shikaku_linkage_pending", "priority=\"bulk\""))
                    .isZero();
        });
    }
}
