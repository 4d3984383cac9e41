package jp.shikaku.registration;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jp.shikaku.kit.testing.Tokens;
import jp.shikaku.local.identity.Role;
import jp.shikaku.local.postgres.LocalPostgres;
import jp.shikaku.registration.world.Citizen;
import jp.shikaku.registration.world.Days;
import jp.shikaku.registration.world.Desk;
import jp.shikaku.registration.world.RegistrationTest;
import jp.shikaku.registration.world.ReportFiles;
import jp.shikaku.registration.world.Rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

/** Many reports at once. */
@RegistrationTest
class ReportFileTest {

    LocalPostgres postgres;
    Citizen hanako;

    @BeforeEach
    void parties() {
        Desk.knowParties();
        hanako = Citizen.hanako();
    }

    @Test
    void eachRowHasItsOwnOutcomeAndABadOneStopsNone() {
        Map<String, Object> returned = report(Days.ago(2));
        returned.remove("address");
        Map<String, Object> badDate = report("2026-02-30");
        Map<String, Object> unknownField = report(Days.ago(2));
        unknownField.put("hobby", "x");

        ValidatableResponse answer = ReportFiles.ndjson(
                ReportFiles.json(report(Days.ago(2))),
                ReportFiles.json(badDate),
                "",
                "{\"acquired\":",
                ReportFiles.json(unknownField),
                ReportFiles.json(report(Days.ahead(2))),
                ReportFiles.json(returned));

        answer.statusCode(200)
                .body("rows", equalTo(6))
                .body("filed", equalTo(1))
                .body("prepared", equalTo(1))
                .body("returned", equalTo(1))
                .body("unchanged", equalTo(0))
                .body("refused", equalTo(3))
                .body("refusedRows.line", contains(2, 4, 5))
                .body("refusedRows[0].errors.pointer", contains("/acquired"))
                .body("refusedRows[0].errors.code", contains("date-does-not-exist"))
                .body("refusedRows[1].errors.code", contains("row-not-json"))
                .body("refusedRows[1].original", equalTo("{\"acquired\":"))
                .body("refusedRows[2].errors.pointer", contains("/hobby"));
        assertThat(answer.extract().<String>path("refusedRows[0].original"))
                .contains("2026-02-30", "花子")
                .doesNotContain((String) badDate.get("individualNumber"));
    }

    @Test
    void theSameFileAgainChangesNothing() {
        String first = ReportFiles.json(hanako.report(Desk.INSURER, Days.ago(2)));
        String second = ReportFiles.json(report(Days.ago(2)));
        ReportFiles.ndjson(first, second).body("filed", equalTo(2));
        Map<String, Long> before = new Rows(postgres).counts();

        ReportFiles.ndjson(first, second, first).body("filed", equalTo(0)).body("unchanged", equalTo(3));

        assertThat(new Rows(postgres).counts()).isEqualTo(before);
        ReportFiles.ndjson(first.replace(Days.ago(2), Days.ago(1)))
                .body("filed", equalTo(1))
                .body("unchanged", equalTo(0));
    }

    @Test
    void aRowThatStandsTwiceInOneFileIsTakenOnce() {
        String row = ReportFiles.json(hanako.report(Desk.INSURER, Days.ago(2)));

        ReportFiles.ndjson(row, row).body("filed", equalTo(1)).body("unchanged", equalTo(1));
    }

    @Test
    void anotherEmployersRowIsItsOwn() {
        String row = ReportFiles.json(hanako.report(Desk.INSURER, Days.ago(2)));
        ReportFiles.ndjson(row).body("filed", equalTo(1));

        Tokens.as(Role.EMPLOYER, Desk.OTHER_EMPLOYER)
                .config(ReportFiles.asTheyAre())
                .contentType("application/x-ndjson")
                .body(row.getBytes(StandardCharsets.UTF_8))
                .post("/report-files")
                .then()
                .body("filed", equalTo(1));
    }

    @Test
    void whatWasWithdrawnDoesNotComeBackWithTheFile() {
        Map<String, Object> body = hanako.report(Desk.INSURER, Days.ago(2));
        body.put("reference", hanako.individualNumber().substring(6));
        ReportFiles.ndjson(ReportFiles.json(body)).body("filed", equalTo(1));
        String id = String.valueOf(new Rows(postgres)
                .column("select id from report where reference = ?", body.get("reference"))
                .get(0));
        Desk.withdrawReport(id).then().statusCode(200);

        ReportFiles.ndjson(ReportFiles.json(body)).body("unchanged", equalTo(1));

        assertThat(Desk.reportState(id)).isEqualTo("WITHDRAWN");
    }

    @Test
    void bytesThatAreNoTextAreShownAndNotReplaced() {
        byte[] good = (ReportFiles.json(report(Days.ago(2))) + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] bad = {'{', (byte) 0xE3, (byte) 0x81, '}', '\n'};
        byte[] file = new byte[good.length + bad.length];
        System.arraycopy(bad, 0, file, 0, bad.length);
        System.arraycopy(good, 0, file, bad.length, good.length);

        ReportFiles.send("application/x-ndjson; charset=utf-8", file)
                .body("filed", equalTo(1))
                .body("refusedRows[0].errors.code", contains("row-undecodable"))
                .body("refusedRows[0].original", equalTo("{\\xE3\\x81}"));
    }

    @Test
    void moreThanOneTransactionHoldsAreAllTaken() {
        List<String> rows = IntStream.range(0, 1200)
                .mapToObj(i -> "{\"acquired\":\"%s\",\"reference\":\"%s-%d\"}"
                        .formatted(Days.ago(1), hanako.individualNumber().substring(4), i))
                .collect(Collectors.toCollection(ArrayList::new));

        ReportFiles.ndjson(rows.toArray(String[]::new))
                .body("rows", equalTo(1200))
                .body("returned", equalTo(1200));
    }

    @Test
    void tenThousandRowsAreTheLimit() {
        byte[] file = "{}\n".repeat(10_002).getBytes(StandardCharsets.UTF_8);

        ReportFiles.send("application/x-ndjson", file).statusCode(413).body("code", equalTo("body-too-large"));
    }

    @Test
    void onlyAnEmployerSendsReports() {
        Desk.insurer()
                .contentType("text/csv")
                .body("x")
                .post("/report-files")
                .then()
                .statusCode(403);
        Desk.employer().body("{}").post("/report-files").then().statusCode(415);
    }

    private static Map<String, Object> report(String acquired) {
        return Citizen.hanako().report(Desk.INSURER, acquired);
    }
}
