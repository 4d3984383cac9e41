package jp.shikaku.registration.resident;

import java.net.URI;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jp.shikaku.registration.world.Citizen;
import jp.shikaku.registration.world.Days;
import jp.shikaku.registration.world.Desk;
import jp.shikaku.registration.world.RegisterByHttp;
import jp.shikaku.registration.world.RegisterStandIn;
import jp.shikaku.registration.world.RegistrationTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

/** The whole service with the register behind a line. */
@RegistrationTest
@TestProfile(RegisterByHttp.class)
class RegisterOutageTest {

    @TestHTTPResource(value = "health/ready", management = true)
    URI readiness;

    RegisterStandIn register;

    final Citizen hanako = Citizen.hanako();

    @BeforeEach
    void knowHanako() {
        Desk.knowParties();
        register.know(hanako);
    }

    @Test
    void recordsWaitWhileTheRegisterIsAwayAndGoOnWhenItIsBack() {
        Citizen unknown = Citizen.hanako();
        register.goAway();
        String id;
        String doubtful;
        try {
            id = enrolled(hanako);
            doubtful = enrolled(unknown);
            assertThat(Desk.stateOf(id)).isEqualTo("RECEIVED");
            RestAssured.get(readiness)
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("UP"))
                    .body("checks.find { it.name == 'resident-register' }.data.standing", startsWith("away"));
        } finally {
            register.comeBack();
        }

        await().untilAsserted(() -> assertThat(Desk.stateOf(id)).isEqualTo("LINKED"));
        await().untilAsserted(() -> assertThat(Desk.stateOf(doubtful)).isEqualTo("HELD"));
    }

    private static String enrolled(Citizen citizen) {
        return Desk.enrol(citizen.enrolment(Days.ago(3)))
                .then()
                .statusCode(201)
                .body("state", equalTo("RECEIVED"))
                .extract()
                .path("id");
    }
}
