package jp.shikaku.registration;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jp.shikaku.local.postgres.LocalPostgres;
import jp.shikaku.registration.world.Citizen;
import jp.shikaku.registration.world.Days;
import jp.shikaku.registration.world.Desk;
import jp.shikaku.registration.world.Insurer;
import jp.shikaku.registration.world.RegistrationTest;
import jp.shikaku.registration.world.Rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

/** The list of periods as a file. */
@RegistrationTest
class DeadlineExportTest {

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
        report = Desk.file(hanako.report(insurer.number(), Days.ago(2))).path("id");
    }

    /** Others list the reports of this employer too. */
    @AfterEach
    void withoutTheCopies() {
        rows.run("delete from report where insurer_number = '%s' and id <> '%s'".formatted(insurer.number(), report));
    }

    @Test
    void theFileOpensInASpreadsheetAndNothingInItIsAFormula() {
        rows.run("update report set reference = '=1+1' where id = '%s'".formatted(report));

        byte[] file = insurer.desk()
                .get("/deadlines.csv")
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo("text/csv;charset=utf-8"))
                .header("Content-Disposition", equalTo("attachment; filename=\"deadlines.csv\""))
                .header("Cache-Control", equalTo("no-store"))
                .extract()
                .asByteArray();

        assertThat(new String(file, StandardCharsets.UTF_8))
                .startsWith("\uFEFF\"届書\"")
                .contains(report, "\"'=1+1\"", "\"ON_TIME\"", "\"" + Days.ahead(5) + "\",5,")
                .doesNotContain("\"=1+1")
                .doesNotContain(hanako.name(), hanako.individualNumber(), hanako.address());
    }

    @Test
    void theFileIsInTheEncodingAndLanguageThatIsAskedFor() {
        byte[] windows = insurer.desk()
                .accept("text/csv")
                .get("/deadlines?charset=windows-31j")
                .asByteArray();
        assertThat(new String(windows, Charset.forName("windows-31j"))).startsWith("\"届書\"");

        String english = insurer.desk()
                .header("Accept-Language", "en")
                .get("/deadlines.csv")
                .asString();
        assertThat(english).contains("\"Report\",\"Kind\"");
        insurer.desk()
                .get("/deadlines.csv?charset=koi8")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("query:charset"));
    }

    @Test
    void theFileFollowsTheFiltersAndHasNoLineOfAnother() {
        assertThat(lines(insurer, "?state=ON_TIME")).hasSize(1);
        assertThat(lines(insurer, "?state=OVERDUE")).isEmpty();
        assertThat(lines(Insurer.newcomer(), "")).isEmpty();
        Desk.service().get("/deadlines.csv").then().statusCode(403);
    }

    /** Read in parts of a thousand; ties of the last day fall on the border between two parts. */
    @Test
    void aLongListIsExportedWholeWithEachLineOnce() {
        rows.run(
                """
                insert into report (id, state, employer_number, insurer_number, person_key, name, name_kana, birth_date,
                    sex, address, acquired, filed_at, employer_due_on, insurer_due_on, kind, points)
                select gen_random_uuid(), state, employer_number, insurer_number, person_key, name, name_kana, birth_date,
                    sex, address, acquired, filed_at, employer_due_on, insurer_due_on + n %% 2, kind, points
                from report, generate_series(1, 2500) n where id = '%s'"""
                        .formatted(report));

        List<String> lines = lines(insurer, "");

        assertThat(lines).hasSize(2501).doesNotHaveDuplicates();
        insurer.desk().get("/deadlines?limit=100").then().body("items.size()", equalTo(100));
        insurer.desk().get("/deadlines?limit=101").then().statusCode(422);
    }

    private static List<String> lines(Insurer insurer, String query) {
        return insurer.desk()
                .get("/deadlines.csv" + query)
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .skip(1)
                .toList();
    }
}
