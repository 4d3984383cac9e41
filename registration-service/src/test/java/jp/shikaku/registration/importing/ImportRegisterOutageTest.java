package jp.shikaku.registration.importing;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jp.shikaku.local.postgres.LocalPostgres;
import jp.shikaku.registration.world.Cohort;
import jp.shikaku.registration.world.Desk;
import jp.shikaku.registration.world.ImportDesk;
import jp.shikaku.registration.world.RegisterByHttp;
import jp.shikaku.registration.world.RegisterStandIn;
import jp.shikaku.registration.world.RegistrationTest;
import jp.shikaku.registration.world.Rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** What cannot be compared is not taken in, and not lost either. */
@RegistrationTest
@TestProfile(RegisterByHttp.class)
class ImportRegisterOutageTest {

    private static final String CSV = "text/csv";
    private static final int SIZE = 600;
    private static final int INQUIRIES_BEFORE_THE_OUTAGE = 4;
    private static final List<String> COUNTS =
            List.of("state", "rows", "accepted", "unchanged", "held", "refused", "noted", "bytesRead");

    LocalPostgres postgres;
    RegisterStandIn register;
    Rows rows;

    @BeforeEach
    void knowInsurer() {
        rows = new Rows(postgres);
        register.reset();
        Desk.knowParties();
    }

    @AfterEach
    void registerWorks() {
        register.reset();
    }

    @Test
    void anImportWaitsWhileTheRegisterIsAwayAndEndsLikeOneThatNeverHadTo() {
        Cohort left = known();
        Response undisturbed = ImportDesk.takenIn(CSV, left.file());
        Cohort disturbed = known();
        String id = sentIntoAnOutage(disturbed);

        waits(id);
        long read = ImportDesk.get(id).jsonPath().getLong("rows");
        assertThat(read).isPositive().isLessThan(SIZE);
        List<Object> stored = disturbed.stored(rows);
        int asked = register.inquiries().size();
        await().until(() -> register.inquiries().size() > asked + 2);
        assertThat(disturbed.stored(rows))
                .as("nothing is taken in unseen, while it asks again")
                .isEqualTo(stored);
        ImportDesk.get(id)
                .then()
                .body("rows", equalTo((int) read))
                .body("endedAt", nullValue())
                .body("secondsLeft", nullValue());
        assertThat(pieces(id)).isEqualTo(1);

        register.goAway();
        register.answer(register::truly);
        register.comeBack();
        Response ended = ImportDesk.ended(id);
        COUNTS.forEach(count -> assertThat(ended.<Object>path(count)).as(count).isEqualTo(undisturbed.path(count)));
        assertThat(disturbed.stored(rows)).isEqualTo(left.stored(rows)).hasSizeGreaterThan(SIZE * 8 / 10);
        assertThat(refusals(id))
                .isEqualTo(refusals(undisturbed.path("id")))
                .isNotEmpty()
                .doesNotContain("row-not-stored");
    }

    @Test
    void anImportThatWaitsCanBeCancelledAndStaysSoWhenTheRegisterIsBack() {
        Cohort cohort = known();
        String id = sentIntoAnOutage(cohort);
        waits(id);

        Desk.insurer()
                .post("/enrolment-imports/" + id + "/cancellation")
                .then()
                .statusCode(200)
                .body("state", equalTo("CANCELLED"));

        List<Object> stored = cohort.stored(rows);
        register.answer(register::truly);
        // Another file is taken in meanwhile: the one that was stopped would have had its turn.
        ImportDesk.takenIn(CSV, known().file()).then().body("state", equalTo("COMPLETED"));
        ImportDesk.get(id).then().body("state", equalTo("CANCELLED"));
        assertThat(cohort.stored(rows)).isEqualTo(stored);
        assertThat(pieces(id)).isZero();
    }

    private Cohort known() {
        Cohort cohort = Cohort.of(SIZE);
        cohort.citizens().forEach(register::know);
        return cohort;
    }

    /** The register answers a few times, and then no more. */
    private String sentIntoAnOutage(Cohort cohort) {
        AtomicInteger inquiries = new AtomicInteger();
        register.answer(inquiry -> inquiries.incrementAndGet() <= INQUIRIES_BEFORE_THE_OUTAGE
                ? register.truly(inquiry)
                : new RegisterStandIn.Reply(503, "{}"));
        return ImportDesk.send(CSV, cohort.file()).path("id");
    }

    private static void waits(String id) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> ImportDesk.get(id).path("state").equals("WAITING_FOR_REGISTER"));
    }

    private long pieces(String id) {
        return rows.count("select count(*) from enrolment_import_chunk where import_id = ?", UUID.fromString(id));
    }

    private static List<String> refusals(String id) {
        return Desk.insurer()
                .get("/enrolment-imports/" + id + "/refusals?limit=100")
                .jsonPath()
                .getList("items.collect { it.line + ' ' + it.errors[0].code }");
    }
}
