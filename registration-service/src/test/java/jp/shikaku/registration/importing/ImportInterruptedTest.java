package jp.shikaku.registration.importing;

import java.util.List;
import java.util.Random;
import java.util.UUID;

import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jp.shikaku.local.postgres.LocalPostgres;
import jp.shikaku.registration.world.Cohort;
import jp.shikaku.registration.world.Desk;
import jp.shikaku.registration.world.ImportDesk;
import jp.shikaku.registration.world.RegistrationTest;
import jp.shikaku.registration.world.Rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

@RegistrationTest
class ImportInterruptedTest {

    private static final String CSV = "text/csv";
    private static final int SIZE = 1500;

    private static final String CUT_ALL_LINES =
            """
            select pg_terminate_backend(pid) from pg_stat_activity
            where pid <> pg_backend_pid() and datname = current_database()""";

    /** As if the replica had been thought dead, and another had taken over. */
    private static final String GIVE_TO_ANOTHER =
            "update enrolment_import set worker = gen_random_uuid(), leased_until = clock_timestamp() where state = 'RUNNING'";

    LocalPostgres postgres;
    Rows rows;

    @BeforeEach
    void knowInsurer() {
        rows = new Rows(postgres);
        Desk.knowParties();
    }

    @Test
    void anImportThatIsCutOffAgainAndAgainEndsLikeOneThatIsNot() {
        Cohort left = known(Cohort.of(SIZE));
        Response undisturbed = ImportDesk.takenIn(CSV, left.file());
        Cohort disturbed = known(Cohort.of(SIZE));
        Random random = new Random(7);
        String id = ImportDesk.send(CSV, disturbed.file()).path("id");

        int cuts = 0;
        long nextCutAt = 0;
        while (!hasEnded(id)) {
            long read = rowsRead(id);
            if (read >= nextCutAt) {
                rows.column(random.nextInt(3) == 0 ? "select 1" : CUT_ALL_LINES);
                rows.run(GIVE_TO_ANOTHER);
                nextCutAt = read + 50 + random.nextInt(300);
                cuts++;
            }
        }

        assertThat(cuts).isGreaterThan(3);
        Response ended = ImportDesk.ended(id);
        for (String count :
                List.of("state", "rows", "accepted", "unchanged", "held", "refused", "noted", "bytesRead")) {
            assertThat(ended.<Object>path(count)).as(count).isEqualTo(undisturbed.path(count));
        }
        assertThat(disturbed.stored(rows)).isEqualTo(left.stored(rows)).hasSizeGreaterThan(SIZE * 8 / 10);
        assertThat(refusedLines(id))
                .isEqualTo(refusedLines(undisturbed.path("id")))
                .isNotEmpty();
    }

    @Test
    void aCancelledImportKeepsWhatWasTakenInAndTakesNoMore() {
        Cohort cohort = known(Cohort.of(SIZE));
        String id = ImportDesk.send(CSV, cohort.file()).path("id");
        await().until(() -> rowsRead(id) > 0);

        Desk.insurer()
                .post("/enrolment-imports/" + id + "/cancellation")
                .then()
                .statusCode(200)
                .body("state", equalTo("CANCELLED"));

        long taken = rowsRead(id);
        Response later = ImportDesk.ended(id);
        assertThat(later.jsonPath().getLong("rows")).isEqualTo(taken).isLessThan(SIZE);
        int stored = cohort.stored(rows).size();
        assertThat(stored).isPositive().isLessThan(SIZE);
        // The same file again is a new import now, and takes in the rest.
        String again = ImportDesk.send(CSV, cohort.file()).path("id");
        assertThat(again).isNotEqualTo(id);
        ImportDesk.ended(again).then().body("state", equalTo("COMPLETED"));
        assertThat(cohort.stored(rows).size()).isGreaterThan(stored);
        assertThat(rows.count("select count(*) from enrolment_import_chunk where import_id = ?", UUID.fromString(id)))
                .isZero();
    }

    @Test
    void aRowThatTheDatabaseRefusesIsRefusedAloneAndTheRestIsTakenIn() {
        Cohort cohort = known(Cohort.of(120));
        rows.run("alter table enrolment add constraint refuse_one check (record_key not like 'c-%-000034') not valid");
        try {
            Response ended = ImportDesk.takenIn(CSV, cohort.file());

            ended.then().body("rows", equalTo(120 + 10));
            Desk.insurer()
                    .get("/enrolment-imports/" + ended.path("id") + "/refusals?limit=100")
                    .then()
                    .body("items.findAll { it.errors[0].code == 'row-not-stored' }.size()", equalTo(1));
            assertThat(cohort.stored(rows)).hasSize(108).noneMatch(row -> row.toString()
                    .startsWith("000034 "));
        } finally {
            rows.run("alter table enrolment drop constraint refuse_one");
        }
    }

    private static Cohort known(Cohort cohort) {
        cohort.residents()
                .forEach(page ->
                        Desk.operator().body(page).post("/residents").then().statusCode(200));
        return cohort;
    }

    private boolean hasEnded(String id) {
        return rows.count(
                        "select count(*) from enrolment_import where id = ? and ended_at is not null",
                        UUID.fromString(id))
                == 1;
    }

    private long rowsRead(String id) {
        return rows.count(
                "select accepted + unchanged + held + refused from enrolment_import where id = ?", UUID.fromString(id));
    }

    private List<Object> refusedLines(String id) {
        return rows.column(
                "select line || ' ' || refused from enrolment_import_refusal where import_id = ? order by line",
                UUID.fromString(id));
    }
}
