package jp.shikaku.registration;

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jp.shikaku.local.postgres.LocalPostgres;
import jp.shikaku.registration.world.Citizen;
import jp.shikaku.registration.world.Days;
import jp.shikaku.registration.world.Desk;
import jp.shikaku.registration.world.Insurer;
import jp.shikaku.registration.world.RegistrationTest;
import jp.shikaku.registration.world.Rows;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** What each party owes by when (R9), and who is told of it (R7). */
@RegistrationTest
class DeadlineTest {

    LocalPostgres postgres;
    Rows rows;
    Insurer insurer;
    Citizen hanako;
    String report;

    @BeforeEach
    void aReportWaitsForItsInsurer() {
        rows = new Rows(postgres);
        insurer = Insurer.newcomer();
        hanako = Citizen.hanako();
        Desk.knowParties();
        report = Desk.file(hanako.report(insurer.number(), Days.ago(10))).path("id");
    }

    @Test
    void aWaitingReportStandsByItsLastDay() {
        insurer.desk()
                .get("/deadlines")
                .then()
                .statusCode(200)
                .body("items.reportId", contains(report))
                .body("items.clock", contains("INSURER"))
                .body("items.state", contains("ON_TIME"))
                .body("items.daysLeft", contains(5));

        due(2);
        insurer.desk().get("/deadlines?state=DUE_SOON").then().body("items.daysLeft", contains(2));
        insurer.desk().get("/deadlines?state=ON_TIME").then().body("items", empty());

        due(-1);
        insurer.desk().get("/deadlines?state=OVERDUE").then().body("items.daysLeft", contains(-1));
        insurer.desk().get("/deadlines?state=DUE_SOON").then().body("items", empty());
    }

    @Test
    void entryEndsThePeriodAndADoubtIsToldBesideItToTheInsurerAlone() {
        insurer.holdOf(hanako);

        insurer.desk().get("/deadlines").then().body("items", empty());
        insurer.desk()
                .get("/deadlines?held=true")
                .then()
                .body("items.reportId", contains(report))
                .body("items.state", contains("DONE"))
                .body("items[0].heldSince", notNullValue());
        insurer.desk()
                .get("/deadlines/summary")
                .then()
                .body("held", equalTo(1))
                .body("clocks.INSURER.DONE", equalTo(1));
        Desk.employer()
                .get("/deadlines?clock=INSURER&state=DONE&insurerNumber=" + insurer.number())
                .then()
                .body("items.reportId", contains(report))
                .body("items[0].heldSince", nullValue());
        Desk.employer().get("/deadlines?clock=INSURER&held=true").then().statusCode(422);
    }

    @Test
    void whoFiledLateIsToldSo() {
        Desk.employer()
                .get("/deadlines?state=DONE_LATE&insurerNumber=" + insurer.number())
                .then()
                .body("items.reportId", contains(report));
        Desk.employer()
                .get("/deadlines?state=DONE&insurerNumber=" + insurer.number())
                .then()
                .body("items", empty());
    }

    @Test
    void nobodySeesForeignPeriodsAndTheOperatorSeesAll() {
        Insurer other = Insurer.newcomer();
        other.desk().get("/deadlines").then().body("items", empty());
        other.desk()
                .get("/deadlines?insurerNumber=" + insurer.number())
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("query:insurerNumber"));
        insurer.desk().get("/deadlines?clock=EMPLOYER").then().statusCode(422);
        Desk.otherEmployer()
                .get("/deadlines?clock=INSURER&insurerNumber=" + insurer.number())
                .then()
                .body("items", empty());
        insurer.desk().get("/deadlines/insurers").then().statusCode(403);

        Desk.operator()
                .get("/deadlines?insurerNumber=" + insurer.number())
                .then()
                .body("items.reportId", contains(report))
                .body("items.reference", everyItem(nullValue()));
        Desk.operator()
                .get("/deadlines?state=DONE")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("query:insurerNumber"));
    }

    @Test
    void whatIsDueFirstComesFirstPageByPage() {
        String later = Desk.file(hanako.report(insurer.number(), Days.ago(2))).path("id");
        String first =
                Desk.file(hanako.lossReport(insurer.number(), Days.ago(2))).path("id");
        rows.run("update report set insurer_due_on = '%s' where id = '%s'".formatted(Days.date(1), first));

        insurer.desk().get("/deadlines").then().body("items.reportId", contains(first, report, later));
        insurer.desk()
                .get("/deadlines?limit=1&after=" + first)
                .then()
                .body("items.reportId", contains(report))
                .body("next", equalTo(report));
        insurer.desk()
                .get("/deadlines?limit=1&after=" + report)
                .then()
                .body("items.reportId", contains(later))
                .body("next", nullValue());
        insurer.desk().get("/deadlines?dueUntil=" + Days.ahead(1)).then().body("items.reportId", contains(first));
        insurer.desk()
                .get("/deadlines?dueFrom=" + Days.ahead(2))
                .then()
                .body("items.reportId", contains(report, later));
    }

    @Test
    void theOperatorSeesWhoIsWaitedForPartyByParty() {
        due(-1);
        Desk.file(hanako.report(insurer.number(), Days.ago(2)));
        String before = previous(insurer.number());

        Desk.operator()
                .get("/deadlines/insurers?limit=1&after=" + before)
                .then()
                .statusCode(200)
                .body("items.number", contains(insurer.number()))
                .body("items.overdue", contains(1))
                .body("items.dueSoon", contains(0))
                .body("items.onTime", contains(1))
                .body("items.oldestDueOn", contains(Days.ago(1)));
        Map<String, Object> incomplete = hanako.report(insurer.number(), Days.ago(6));
        incomplete.remove("address");
        Desk.file(incomplete).then().statusCode(201);
        Desk.operator()
                .get("/deadlines/employers")
                .then()
                .body("items.find { it.number == '" + Desk.EMPLOYER + "' }.overdue", greaterThanOrEqualTo(1));
        Desk.employer().get("/deadlines/employers").then().statusCode(403);
        Desk.service().get("/deadlines").then().statusCode(403);
    }

    @Test
    void aSummaryCountsWhatTheCallerMaySeeAndNoMore() {
        due(2);

        insurer.desk()
                .get("/deadlines/summary")
                .then()
                .statusCode(200)
                .body("clocks.INSURER.DUE_SOON", equalTo(1))
                .body("clocks.INSURER.ON_TIME", equalTo(0))
                .body("clocks.EMPLOYER", nullValue())
                .body("held", equalTo(0));
        Insurer.newcomer().desk().get("/deadlines/summary").then().body("clocks.INSURER.DUE_SOON", equalTo(0));
        Desk.employer()
                .get("/deadlines/summary")
                .then()
                .body("clocks.INSURER.DUE_SOON", greaterThanOrEqualTo(1))
                .body("held", nullValue());
    }

    @Test
    void theRuleInForceIsExplained() {
        Desk.employer()
                .get("/deadlines/rule?fact=2026-04-01")
                .then()
                .statusCode(200)
                .body("days", equalTo(5))
                .body("rollOver", equalTo("NONE"))
                .body("example.dueOn", equalTo("2026-04-06"));
        Desk.employer().get("/deadlines/rule?fact=2026-02-30").then().statusCode(422);
    }

    /** The largest number of an insurer before this one that could be a cursor. */
    private String previous(String number) {
        return (String) rows.column(
                        "select coalesce(max(insurer_number), '01139997') from insurer where insurer_number < ?",
                        number)
                .get(0);
    }

    private void due(int daysFromToday) {
        rows.run("update report set insurer_due_on = '%s' where id = '%s'".formatted(Days.date(daysFromToday), report));
    }
}
