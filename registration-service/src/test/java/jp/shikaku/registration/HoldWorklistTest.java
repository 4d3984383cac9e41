package jp.shikaku.registration;

import java.util.List;
import java.util.Map;

import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jp.shikaku.local.postgres.LocalPostgres;
import jp.shikaku.registration.world.Citizen;
import jp.shikaku.registration.world.Days;
import jp.shikaku.registration.world.Desk;
import jp.shikaku.registration.world.HeldRecords;
import jp.shikaku.registration.world.Insurer;
import jp.shikaku.registration.world.RegistrationTest;
import jp.shikaku.registration.world.Rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** What an insurer finds in its worklist, and by what it finds it. */
@RegistrationTest
class HoldWorklistTest {

    LocalPostgres postgres;
    Rows rows;
    Insurer insurer;
    String old;
    String restricting;
    String fresh;

    /** Three holds, of which nobody else's test knows: 12 days old, 4 days old from a re-check, and of today. */
    @BeforeEach
    void anInsurerWithThreeHolds() {
        rows = new Rows(postgres);
        insurer = Insurer.newcomer();
        old = insurer.holdOf(insurer.clerk("clerk-1"), Citizen.hanako());
        restricting = insurer.holdOf(insurer.clerk("clerk-2"), Citizen.hanako());
        fresh = insurer.holdOf(insurer.clerk("clerk-2"), Citizen.hanako());
        age(old, 12);
        age(restricting, 4);
        rows.run(("update hold set effect = 'RESTRICTS_MEDICAL_INFO', cause = 'RECHECK',"
                        + " findings = replace(findings::text, 'name-differs', 'address-differs')::jsonb where id = '%s'")
                .formatted(restricting));
    }

    @Test
    void theOldestComesFirstAndSaysHowOldItIs() {
        list("limit=100")
                .body("items.id", contains(old, restricting, fresh))
                .body("items.ageDays", contains(12, 4, 0))
                .body("items.effect", contains("STOPS_LINKAGE", "RESTRICTS_MEDICAL_INFO", "STOPS_LINKAGE"))
                .body("items.cause", contains("INTAKE", "RECHECK", "INTAKE"))
                .body("items[0].enteredBy", equalTo("insurer:" + insurer.number() + ":clerk-1"))
                .body("items[0].latestVersion", equalTo(1))
                .body("items[0].insurerDueOn", nullValue())
                .body("items[0].decidedBy", nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "state=OPEN, old restricting fresh",
        "state=CONFIRMED, ''",
        "cause=RECHECK, restricting",
        "effect=STOPS_LINKAGE, old fresh",
        "effect=RESTRICTS_MEDICAL_INFO, restricting",
        "code=name-differs, old fresh",
        "code=address-differs, restricting",
        "code=differs, ''",
        "minAgeDays=4, old restricting",
        "minAgeDays=5, old",
        "minAgeDays=13, ''",
        "enteredBy=ME, old",
        "enteredBy=OTHERS, restricting fresh",
        "effect=STOPS_LINKAGE&enteredBy=OTHERS&state=OPEN, fresh",
    })
    void eachFilterNarrowsTheList(String query, String names) {
        Map<String, String> ids = Map.of("old", old, "restricting", restricting, "fresh", fresh);
        List<String> expected = names.isEmpty()
                ? List.of()
                : List.of(names.split(" ")).stream().map(ids::get).toList();

        assertThat(list(query).extract().<List<String>>path("items.id")).isEqualTo(expected);
    }

    @Test
    void theDaysOfOpeningAreDaysOfJapanAndBothCount() {
        list("openedFrom=" + Days.ago(4)).body("items.id", contains(restricting, fresh));
        list("openedFrom=" + Days.ago(3)).body("items.id", contains(fresh));
        list("openedUntil=" + Days.ago(4)).body("items.id", contains(old, restricting));
        list("openedUntil=" + Days.ago(5)).body("items.id", contains(old));
        rows.run("update hold set opened_at = '2026-03-31T15:00:00Z' where id = '%s'".formatted(old));
        list("openedFrom=2026-04-01&openedUntil=2026-04-01").body("items.id", contains(old));
        list("openedUntil=2026-03-31").body("items", empty());
    }

    @Test
    void pagesFollowEachOther() {
        String next = list("limit=2")
                .body("items.id", contains(old, restricting))
                .extract()
                .path("next");

        list("limit=2&after=" + next).body("items.id", contains(fresh)).body("next", nullValue());
    }

    @Test
    void aHoldTellsTheLastDayOfTheReportThatItsRecordAnswers() {
        Citizen reported = Citizen.hanako();
        Desk.knowParties();
        Desk.file(reported.report(insurer.number(), Days.ago(10))).then().statusCode(201);
        String hold = insurer.holdOf(reported);

        insurer.desk().get("/holds/" + hold).then().body("insurerDueOn", equalTo(Days.ahead(5)));
    }

    @Test
    void theSummaryCountsWhatIsOpen() {
        String enrolment = insurer.desk().get("/holds/" + fresh).path("enrolmentId");
        insurer.decide(insurer.clerk("clerk-1"), fresh, "CONFIRM").then().statusCode(200);

        insurer.desk()
                .get("/holds/summary")
                .then()
                .statusCode(200)
                .body("byState", equalTo(Map.of("OPEN", 2, "CONFIRMED", 1, "CORRECTED", 0, "WITHDRAWN", 0)))
                .body("openByEffect", equalTo(Map.of("STOPS_LINKAGE", 1, "RESTRICTS_MEDICAL_INFO", 1)))
                .body("openByCause", equalTo(Map.of("INTAKE", 1, "RECHECK", 1)))
                .body("openByCode", equalTo(Map.of("name-differs", 1, "address-differs", 1)))
                .body(
                        "openByAge",
                        equalTo(Map.of(
                                "UP_TO_2_DAYS", 0,
                                "UP_TO_5_DAYS", 1,
                                "UP_TO_10_DAYS", 0,
                                "UP_TO_30_DAYS", 1,
                                "OVER_30_DAYS", 0)));
        assertThat(enrolment).isNotNull();
    }

    @Test
    void whoHasNoHoldsIsToldZeroAndSeesNobodyElses() {
        Insurer other = Insurer.newcomer();

        other.desk()
                .get("/holds/summary")
                .then()
                .body("byState.OPEN", equalTo(0))
                .body("openByCode", anEmptyMap());
        other.desk().get("/holds?enteredBy=OTHERS").then().body("items", empty());
        Desk.employer().get("/holds/summary").then().statusCode(403).body("code", equalTo("role-not-allowed"));
    }

    @Test
    void whatCannotBeAskedIsRefusedByName() {
        insurer.desk()
                .get("/holds?cause=SOON&effect=NONE&openedFrom=2026-02-30&openedUntil=x&minAgeDays=-1&enteredBy=YOU")
                .then()
                .statusCode(422)
                .body(
                        "errors.pointer",
                        contains(
                                "query:cause",
                                "query:effect",
                                "query:openedFrom",
                                "query:openedUntil",
                                "query:minAgeDays",
                                "query:enteredBy"))
                .body(
                        "errors.code",
                        contains(
                                "code-unknown",
                                "code-unknown",
                                "date-does-not-exist",
                                "date-not-iso",
                                "days-range",
                                "code-unknown"));
    }

    @Test
    void whoDecidedIsKeptAlsoForACorrection() {
        insurer.decide(insurer.clerk("clerk-3"), old, "CONFIRM").then().body("decidedBy", equalTo(clerk("clerk-3")));
        Citizen corrected = Citizen.hanako();
        String hold = insurer.holdOf(corrected);
        String enrolment = insurer.desk().get("/holds/" + hold).path("enrolmentId");

        insurer.clerk("clerk-4")
                .header("If-Match", "\"1\"")
                .body(corrected.enrolment(Days.ago(10)))
                .put("/enrolments/" + enrolment)
                .then()
                .statusCode(200);

        insurer.desk()
                .get("/holds/" + hold)
                .then()
                .body("state", equalTo("CORRECTED"))
                .body("latestVersion", equalTo(2))
                .body("decidedBy", equalTo(clerk("clerk-4")));
    }

    @Test
    void withAWithdrawnEnrolmentEveryDoubtAboutItIsOver() {
        String other = HeldRecords.second(rows, insurer, fresh);

        insurer.decide(insurer.clerk("clerk-5"), fresh, "WITHDRAW").then().statusCode(200);

        insurer.desk()
                .get("/holds/" + other)
                .then()
                .body("state", equalTo("WITHDRAWN"))
                .body("decidedBy", equalTo(clerk("clerk-5")))
                .body("reason", equalTo("住民票の写しで確認"));
        insurer.desk().get("/holds/" + old).then().body("state", equalTo("OPEN"));
    }

    private ValidatableResponse list(String query) {
        return insurer.clerk("clerk-1").get("/holds?" + query).then().statusCode(200);
    }

    private String clerk(String name) {
        return "insurer:" + insurer.number() + ":" + name;
    }

    private void age(String hold, int days) {
        rows.run("update hold set opened_at = opened_at - interval '%d days' where id = '%s'".formatted(days, hold));
    }
}
