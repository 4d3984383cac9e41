package jp.shikaku.registration.importing;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jp.shikaku.local.postgres.LocalPostgres;
import jp.shikaku.registration.world.Citizen;
import jp.shikaku.registration.world.Cohort;
import jp.shikaku.registration.world.Desk;
import jp.shikaku.registration.world.ImportDesk;
import jp.shikaku.registration.world.RegistrationTest;
import jp.shikaku.registration.world.Rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A file full of individual numbers is nowhere to be read (R5). */
@RegistrationTest
class ImportSecrecyTest {

    private static final String PIECES = "select count(*) from enrolment_import_chunk where import_id = ?";
    private static final String PIECES_WITH = PIECES + " and position(convert_to(?, 'UTF8') in content) > 0";

    LocalPostgres postgres;
    Rows rows;

    @BeforeEach
    void knowInsurer() {
        rows = new Rows(postgres);
        Desk.knowParties();
    }

    @Test
    void aFileThatWaitsIsEncrypted() {
        Cohort cohort = Cohort.of(3000);
        UUID id = UUID.fromString(ImportDesk.send("text/csv", cohort.file()).path("id"));

        assertThat(rows.count(PIECES, id)).as("it is still being taken in").isPositive();
        assertThat(rows.count(PIECES_WITH, id, "山田 花子")).isZero();
        assertThat(rows.count(PIECES_WITH, id, ImportDesk.HEADER)).isZero();

        Desk.insurer().post("/enrolment-imports/" + id + "/cancellation").then().statusCode(200);
        await().until(() -> rows.count(PIECES, id) == 0);
    }

    @Test
    void aRefusedRowIsEncryptedAndItsNumberIsNotEvenThere() {
        Citizen hanako = Citizen.hanako();
        String file = ImportDesk.HEADER + "\n" + ImportDesk.row("k", hanako, "不明") + "\n"
                + ImportDesk.row("k", hanako, "不明").replace(",", ";");

        String id = ImportDesk.takenIn("text/csv", file.getBytes(StandardCharsets.UTF_8))
                .path("id");

        assertThat(rows.count(
                        """
                        select count(*) from enrolment_import_refusal
                        where import_id = ? and position(convert_to(?, 'UTF8') in content) = 0""",
                        UUID.fromString(id),
                        hanako.name()))
                .isEqualTo(2);
        assertThat(Desk.insurer().get("/enrolment-imports/" + id + "/refusals").asString())
                .contains(hanako.name())
                .doesNotContain(hanako.individualNumber());
    }
}
