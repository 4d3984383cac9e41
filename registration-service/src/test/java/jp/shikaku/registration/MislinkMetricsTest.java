package jp.shikaku.registration;

import java.net.URI;
import java.time.Duration;

import io.quarkus.test.common.http.TestHTTPResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jp.shikaku.local.postgres.LocalPostgres;
import jp.shikaku.registration.world.Citizen;
import jp.shikaku.registration.world.Desk;
import jp.shikaku.registration.world.EligibilityStandIn;
import jp.shikaku.registration.world.EligibilityStandIn.Answer;
import jp.shikaku.registration.world.Metrics;
import jp.shikaku.registration.world.Mislinks;
import jp.shikaku.registration.world.RegistrationTest;
import jp.shikaku.registration.world.Rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Whoever watches over the service sees what is under suspicion, and what of it is still shown. */
@RegistrationTest
class MislinkMetricsTest {

    @TestHTTPResource(value = "/", management = true)
    URI adminPort;

    LocalPostgres postgres;
    EligibilityStandIn eligibility;
    Rows rows;
    Mislinks mislinks;
    String enrolment;

    @BeforeEach
    void hanakoIsLinked() {
        rows = new Rows(postgres);
        mislinks = new Mislinks(eligibility, rows);
        enrolment = mislinks.linked(Citizen.hanako());
    }

    @AfterEach
    void forget() {
        mislinks.forget();
    }

    @Test
    void aCaseIsCountedUntilItIsDecidedAndAsStoppingUntilEligibilityHasStoppedIt() {
        long open = rows.count("select count(*) from mislink_case where state = 'OPEN'");
        long stopping = rows.count("select count(*) from mislink_case where state = 'OPEN' and stopped_at is null");
        figuresAre(open, stopping);

        eligibility.answer(arrival -> new Answer(503, "temporarily-unavailable"));
        String mislink = Desk.reportMislink(Desk.insurer(), Mislinks.ofEnrolment(enrolment))
                .path("caseId");
        figuresAre(open + 1, stopping + 1);

        eligibility.answer(arrival -> EligibilityStandIn.APPLIED);
        figuresAre(open + 1, stopping);

        Mislinks.decide(Desk.insurer(), mislink, "WITHDRAW").then().statusCode(200);
        figuresAre(open, stopping);
    }

    private void figuresAre(long open, long stopping) {
        Metrics metrics = new Metrics(adminPort);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(metrics.figure("shikaku_mislinks_open")).isEqualTo(open);
            assertThat(metrics.figure("shikaku_mislinks_stopping")).isEqualTo(stopping);
        });
    }
}
