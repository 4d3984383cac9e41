package jp.shikaku.registration;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jp.shikaku.local.postgres.LocalPostgres;
import jp.shikaku.registration.world.Citizen;
import jp.shikaku.registration.world.Days;
import jp.shikaku.registration.world.Desk;
import jp.shikaku.registration.world.EligibilityStandIn;
import jp.shikaku.registration.world.LogLines;
import jp.shikaku.registration.world.RegistrationTest;
import jp.shikaku.registration.world.Rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

/** The individual number stays in its vault (R5), and a person stays out of the log (R1). */
@RegistrationTest
class SecrecyTest {

    LocalPostgres postgres;
    EligibilityStandIn eligibility;
    Rows rows;
    Citizen hanako;
    LogLines log;

    @BeforeEach
    void listen() {
        rows = new Rows(postgres);
        hanako = Citizen.hanako();
        Desk.knowParties();
        Desk.knowResident(hanako);
        log = LogLines.ofLife();
    }

    @AfterEach
    void stopListening() {
        log.close();
        rows.run("alter table enrolment_version drop constraint if exists refuse_everything");
        eligibility.reset();
    }

    @Test
    void theNumberIsInNoColumnAndInNoLine() {
        Desk.file(hanako.report(Desk.INSURER, Days.ago(3))).then().statusCode(201);
        String id = Desk.enrol(hanako.enrolment(Days.ago(3)))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        await().untilAsserted(() -> assertThat(Desk.stateOf(id)).isEqualTo("LINKED"));
        Map<String, Object> wrong = hanako.enrolment(Days.ago(3));
        wrong.put("birthDate", "1991-01-15");
        Desk.correct(id, 1, wrong).then().statusCode(200);

        assertThat(rows.count("select count(*) from report where name = ?", hanako.name()))
                .as("the search below looks where something is")
                .isPositive();
        assertThat(columnsWith(hanako.individualNumber())).isEmpty();
        assertThat(eligibility.arrivals(id)).isNotEmpty().noneMatch(arrival -> arrival.body()
                .contains(hanako.individualNumber()));
        assertThat(String.join("\n", log.lines())).doesNotContain(hanako.individualNumber());
    }

    @Test
    void theSearchFindsANumberThatIsThere() {
        rows.run("create table if not exists leak (note varchar)");
        rows.run("insert into leak values ('x" + hanako.individualNumber() + "')");
        try {
            assertThat(columnsWith(hanako.individualNumber())).containsExactly("leak.note");
        } finally {
            rows.run("drop table leak");
        }
    }

    @Test
    void aFailureInTheMiddleLeavesNothingAndLogsNobody() {
        Map<String, Object> body = hanako.enrolment(Days.ago(3));
        body.put("name", "失敗 花子");
        rows.run("alter table enrolment_version add constraint refuse_everything check (name <> '失敗 花子')");
        Map<String, Long> before = rows.counts();

        Desk.enrol(body).then().statusCode(500).body("code", equalTo("internal-error"));

        assertThat(rows.counts()).isEqualTo(before);
        assertThat(String.join("\n", log.lines()))
                .contains("failed")
                .doesNotContain("失敗", "タカハシ", "1990-01-15", "霞が関", hanako.individualNumber());
    }

    @Test
    void theTableOfResidentsKnowsNobodyByNumber() {
        assertThat(rows.column(
                        "select column_name::text from information_schema.columns where table_name = 'resident'"))
                .containsExactlyInAnyOrder(
                        "person_key", "name", "name_kana", "birth_date", "sex", "address", "stored_at");
    }

    @Test
    void heldDataAreInNoOtherAnswerThanTheirInsurers() {
        Map<String, Object> body = hanako.enrolment(Days.ago(3));
        body.put("name", "留保 花子");
        String id = Desk.enrol(body).path("id");
        Object personKey = rows.column(
                        "select person_key from enrolment_version where enrolment_id = ?", UUID.fromString(id))
                .get(0);

        String progress = Desk.service().get("/progress?personKey=" + personKey).asString();

        assertThat(progress).contains("BEING_CONFIRMED").doesNotContain("留保", "1990", hanako.individualNumber());
        assertThat(String.join("\n", log.lines())).doesNotContain("留保");
    }

    /** Every column of every table: as text, and the bytes of those that hold bytes. */
    private List<String> columnsWith(String needle) {
        return rows
                .column(
                        """
                        select table_name || '.' || column_name || '.' || data_type from information_schema.columns
                        where table_schema = 'public' order by 1""")
                .stream()
                .map(column -> column.toString().split("\\."))
                .filter(column -> contains(column[0], column[1], column[2], needle))
                .map(column -> column[0] + "." + column[1])
                .toList();
    }

    private boolean contains(String table, String column, String type, String needle) {
        String query = type.equals("bytea")
                ? "select count(*) from %s where position(convert_to(?, 'UTF8') in %s) > 0"
                : "select count(*) from %s where position(? in %s::text) > 0";
        return rows.count(query.formatted(table, column), needle) > 0;
    }
}
