package jp.shikaku.registration;

import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jp.shikaku.registration.world.Citizen;
import jp.shikaku.registration.world.Insurer;
import jp.shikaku.registration.world.RegistrationTest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

/** Where two persons have to look at a doubtful record. */
@RegistrationTest
@TestProfile(FourEyesTest.Demanded.class)
class FourEyesTest {

    public static class Demanded implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("shikaku.hold.four-eyes", "true");
        }
    }

    Insurer insurer;
    String hold;

    @BeforeEach
    void clerkOneEnteredADoubtfulRecord() {
        insurer = Insurer.newcomer();
        hold = insurer.holdOf(insurer.clerk("clerk-1"), Citizen.hanako());
    }

    @Test
    void whoEnteredARecordDoesNotConfirmItAndIsToldWhoMay() {
        insurer.decide(insurer.clerk("clerk-1"), hold, "CONFIRM")
                .then()
                .statusCode(403)
                .body("code", equalTo("four-eyes-required"))
                .body("nextStep", not(equalTo("")));

        insurer.desk().get("/holds/" + hold).then().body("state", equalTo("OPEN"));
    }

    @Test
    void aColleagueConfirms() {
        insurer.decide(insurer.clerk("clerk-2"), hold, "CONFIRM")
                .then()
                .statusCode(200)
                .body("decidedBy", equalTo("insurer:" + insurer.number() + ":clerk-2"));
    }

    @Test
    void amongManyDecisionsThoseOnOnesOwnWorkAreForbidden() {
        String others = insurer.holdOf(insurer.clerk("clerk-2"), Citizen.hanako());

        insurer.clerk("clerk-1")
                .header("Idempotency-Key", hold)
                .body(Map.of(
                        "decision", "CONFIRM",
                        "reasonCode", "PERSON_ASKED",
                        "reason", "本人に電話で確認",
                        "holds", List.of(Map.of("holdId", hold), Map.of("holdId", others))))
                .post("/holds/decisions")
                .then()
                .statusCode(200)
                .body("holds.outcome", contains("FORBIDDEN", "DECIDED"));

        insurer.desk().get("/holds/" + hold).then().body("state", equalTo("OPEN"));
    }

    @Test
    void whoEnteredARecordTakesItBack() {
        insurer.decide(insurer.clerk("clerk-1"), hold, "WITHDRAW")
                .then()
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"));
    }
}
