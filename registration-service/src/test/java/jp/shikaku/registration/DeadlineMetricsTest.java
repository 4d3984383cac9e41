package jp.shikaku.registration;

import java.net.URI;
import java.time.Duration;

import io.quarkus.test.common.http.TestHTTPResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jp.shikaku.local.postgres.LocalPostgres;
import jp.shikaku.registration.world.Citizen;
import jp.shikaku.registration.world.Days;
import jp.shikaku.registration.world.Desk;
import jp.shikaku.registration.world.Insurer;
import jp.shikaku.registration.world.Metrics;
import jp.shikaku.registration.world.RegistrationTest;
import jp.shikaku.registration.world.Rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Whoever watches over the service sees what is late and what is in doubt. */
@RegistrationTest
class DeadlineMetricsTest {

    @TestHTTPResource(value = "/", management = true)
    URI adminPort;

    LocalPostgres postgres;
    Rows rows;
    Insurer insurer;
    Citizen hanako;
    Metrics metrics;

    @BeforeEach
    void aReportWaitsForItsInsurer() {
        rows = new Rows(postgres);
        metrics = new Metrics(adminPort);
        insurer = Insurer.newcomer();
        hanako = Citizen.hanako();
        Desk.knowParties();
    }

    @Test
    void aReportIsCountedByHowItsPeriodStands() {
        String report = Desk.file(hanako.report(insurer.number(), Days.ago(2))).path("id");
        figureIs("on_time", waiting());

        rows.run("update report set insurer_due_on = '%s' where id = '%s'".formatted(Days.date(-1), report));

        long overdue =
                rows.count("select count(*) from report where state = 'FILED' and insurer_due_on < ?", Days.date(0));
        assertThat(overdue).isPositive();
        figureIs("overdue", overdue);
        figureIs("on_time", waiting());
    }

    @Test
    void anOpenHoldIsCountedByWhatItWithholdsAndHowLongItLasts() {
        insurer.holdOf(hanako);

        long young = rows.count("select count(*) from hold where state = 'OPEN' and effect = 'STOPS_LINKAGE'"
                + " and opened_at > now() - interval '1 hour'");
        assertThat(young).isPositive();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        metrics.figure("shikaku_holds_open", "age_band=\"up_to_2_days\"", "effect=\"stops_linkage\""))
                .isGreaterThanOrEqualTo(young));
    }

    private long waiting() {
        return rows.count("select count(*) from report where state = 'FILED' and insurer_due_on > ?", Days.date(2));
    }

    private void figureIs(String state, long expected) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        metrics.figure("shikaku_deadlines", "clock=\"insurer\"", "state=\"" + state + '"'))
                .isEqualTo(expected));
    }
}
