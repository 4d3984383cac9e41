package jp.shikaku.registration.console;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jp.shikaku.kit.testing.browser.PageSuite;
import jp.shikaku.kit.testing.browser.Seen;
import jp.shikaku.local.identity.Role;
import jp.shikaku.local.postgres.LocalPostgres;
import jp.shikaku.registration.world.Citizen;
import jp.shikaku.registration.world.Days;
import jp.shikaku.registration.world.Desk;
import jp.shikaku.registration.world.ImportDesk;
import jp.shikaku.registration.world.Insurer;
import jp.shikaku.registration.world.RegistrationTest;
import jp.shikaku.registration.world.Rows;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A day at an insurer and at an employer. */
@RegistrationTest
class ConsolePagesTest extends PageSuite {

    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");
    private static final double LONG_ENOUGH = 60_000;

    LocalPostgres postgres;

    private Insurer insurer;
    private String hold;
    private String returned;

    @BeforeEach
    void somethingIsInDoubtAndSomethingIsDue() {
        Desk.knowParties();
        insurer = Insurer.newcomer();
        hold = insurer.holdOf(Citizen.hanako());
        Citizen jiro = Citizen.jiro();
        Desk.file(jiro.report(insurer.number(), Days.ago(3))).then().statusCode(201);
        Map<String, Object> withoutAddress = jiro.report(insurer.number(), Days.ago(3));
        withoutAddress.remove("address");
        returned = Desk.file(withoutAddress).path("id");
    }

    @Override
    protected String service() {
        return "registration-service";
    }

    @Override
    protected List<Seen> pages() {
        return List.of(
                Seen.open("", "home"),
                Seen.open("/sign-in", "sign-in"),
                insurerSees("/holds", "holds"),
                insurerSees("/holds?minAgeDays=31", "holds-none"),
                insurerSees("/holds/" + hold, "hold"),
                insurerSees("/enrolments/" + enrolmentOf(hold), "enrolment"),
                insurerSees("/deadlines", "deadlines"),
                insurerSees("/imports", "imports-none"),
                new Seen("/imports/" + file(), "import", Role.INSURER, Desk.INSURER),
                employerSees("/reports", "reports"),
                employerSees("/reports/" + returned, "report"),
                employerSees("/deadlines", "deadlines-employer"));
    }

    /** What has been decided, what was taken in without a doubt, lists of somebody else's, what is refused. */
    @Override
    protected List<Seen> states() {
        file();
        String confirmed = insurer.holdOf(Citizen.jiro());
        insurer.decide(insurer.desk(), confirmed, "CONFIRM").then().statusCode(200);
        String withdrawn = withdrawn();
        Citizen known = Citizen.jiro();
        Desk.knowResident(known);
        String clean = insurer.enrol(known.enrolment(Days.ago(3)))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return List.of(
                insurerSees("", "home-insurer"),
                insurerSees("/holds/" + confirmed, "hold-confirmed"),
                insurerSees("/holds/" + withdrawn, "hold-withdrawn"),
                insurerSees("/holds?state=DECIDED", "holds-fault").refused(422),
                insurerSees("/enrolments/" + clean, "enrolment-clean"),
                insurerSees("/enrolments/" + enrolmentOf(withdrawn), "enrolment-withdrawn"),
                insurerSees("/enrolments/" + UUID.randomUUID(), "enrolment-not-there")
                        .refused(404),
                insurerSees("/imports/" + UUID.randomUUID(), "import-not-there").refused(404),
                new Seen("/imports", "imports", Role.INSURER, Desk.INSURER),
                new Seen("/deadlines", "deadlines-none", Role.EMPLOYER, Desk.OTHER_EMPLOYER),
                new Seen("/reports?state=REGISTERED", "reports-none", Role.EMPLOYER, Desk.OTHER_EMPLOYER),
                employerSees("/holds", "holds-forbidden").refused(403));
    }

    private String withdrawn() {
        String doubtful = insurer.holdOf(Citizen.hanako());
        insurer.decide(insurer.desk(), doubtful, "WITHDRAW").then().statusCode(200);
        return doubtful;
    }

    private String enrolmentOf(String hold) {
        return insurer.desk().get("/holds/" + hold).path("enrolmentId");
    }

    /** Of two rows one is refused. */
    private static String file() {
        Citizen known = Citizen.hanako();
        Desk.knowResident(known);
        return ImportDesk.takenIn(
                        "text/csv",
                        ImportDesk.csv(StandardCharsets.UTF_8, ImportDesk.key(1), known, ImportDesk.key(2), nobody()))
                .path("id");
    }

    private static Citizen nobody() {
        Citizen jiro = Citizen.jiro();
        return new Citizen("123456789012", jiro.name(), jiro.nameKana(), "1990-02-30", "1", jiro.address());
    }

    @Test
    void aClerkConfirmsARecordWithAReason() {
        Page page = visitAs(Role.INSURER, insurer.number(), "ja", "/holds");
        page.getByText("確認する").first().click();
        assertThat(page.locator(".box.warn").first()).isVisible();

        page.selectOption("#reasonCode", "DOCUMENT_SEEN");
        page.fill("#reason", "住民票の写しで確認した");
        page.getByText("疑いなしとして確認").click();

        assertThat(page.locator(".box.good")).containsText("処理済み");
        page.navigate(address("/ja/holds"));
        assertThat(page.locator(".none")).isVisible();
    }

    @Test
    void aClerkCorrectsARecordAndNeverSeesItsIndividualNumber() {
        Citizen hanako = Citizen.hanako();
        Desk.knowResident(hanako);
        Map<String, Object> misspelt = hanako.enrolment(Days.ago(3));
        misspelt.put("name", "見本　華子");
        String held = insurer.enrol(misspelt).then().statusCode(201).extract().path("holdId");
        Page page = visitAs(Role.INSURER, insurer.number(), "ja", "/holds/" + held);
        page.getByText("登録を訂正する").click();
        assertThat(page.locator("h1")).hasText("登録の訂正");
        assertThat(page.locator("#individualNumber")).hasValue("");
        assertThat(page.locator("#name")).hasValue("見本　華子");
        assertAccessible(page);
        picture(page, "enrolment");

        page.fill("#individualNumber", "1234");
        page.fill("#name", hanako.name());
        page.getByText("この内容で訂正する").click();
        assertThat(page.locator("#individualNumber-fault-1")).isVisible();
        assertThat(page.locator("#individualNumber")).hasValue("");
        assertAccessible(page);
        forgiveComplaints(); // status 422

        page.fill("#individualNumber", hanako.individualNumber());
        page.getByText("この内容で訂正する").click();
        assertThat(page.locator(".box.good")).isVisible();
        assertThat(page.content()).doesNotContain(hanako.individualNumber());
    }

    @Test
    void aDecisionWithoutAReasonIsSentBack() {
        Page page = visitAs(Role.INSURER, insurer.number(), "ja", "/holds/" + hold);
        page.evaluate("document.querySelector('main form').noValidate = true");
        page.getByText("疑いなしとして確認").click();

        assertThat(page.locator("#reason-fault-1")).isVisible();
        assertAccessible(page);
        forgiveComplaints(); // status 422
    }

    @Test
    void anotherInsurersRecordIsNotThere() {
        Page page = visitAs(Role.INSURER, Desk.OTHER_INSURER, "ja", "/holds");
        page.navigate(address("/ja/holds/" + hold));

        assertThat(page.locator("h1")).containsText("見つかりません");
        assertAccessible(page);
        forgiveComplaints(); // status 404
    }

    @Test
    void aFileIsSentWatchedAndItsRefusedRowsAreFetched() {
        Citizen known = Citizen.hanako();
        Desk.knowResident(known);
        byte[] file = ImportDesk.csv(WINDOWS_31J, ImportDesk.key(1), known, ImportDesk.key(2), nobody());
        Page page = visitAs(Role.INSURER, Desk.INSURER, "ja", "/imports");
        page.locator("#file").setInputFiles(new FilePayload("kanyusha.csv", "text/csv", file));
        page.getByText("送信する").click();

        page.waitForURL("**/ja/imports/*");
        assertThat(page.locator("#state"))
                .hasText("完了", new LocatorAssertions.HasTextOptions().setTimeout(LONG_ENOUGH));
        assertThat(page.locator("progress")).hasAttribute("value", "100");
        Download refusals =
                page.waitForDownload(() -> page.getByText("受け付けられなかった行").first().click());
        assertThat(refusals.suggestedFilename()).startsWith("refusals-").endsWith(".csv");
    }

    /** As another replica takes it in: its rows count in the database, and the page that is open follows. */
    @Test
    void theBarOfAFileMovesByItself() {
        UUID file = UUID.randomUUID();
        Rows rows = new Rows(postgres);
        rows.run(
                """
                insert into enrolment_import (id, insurer_number, entered_by, state, format, charset, columns, bytes,
                    next_offset, next_line, accepted, rows_per_second, received_at, started_at, worker, leased_until)
                values ('%s', '%s', 'clerk', 'RUNNING', 'CSV', 'UTF_8', '{}', 1000, 100, 11, 9, 5, now(), now(),
                    gen_random_uuid(), now() + interval '1 hour')"""
                        .formatted(file, insurer.number()));
        Page page = visitAs(Role.INSURER, insurer.number(), "ja", "/imports/" + file);
        assertThat(page.locator("#state")).hasText("取り込み中");
        assertThat(page.locator("progress")).hasAttribute("value", "10");
        assertAccessible(page);
        picture(page, "import-running");

        rows.run("update enrolment_import set next_offset = 600, accepted = 59 where id = '" + file + "'");
        assertThat(page.locator("progress")).hasAttribute("value", "60");
        assertThat(page.locator("tbody td").nth(1)).hasText("59");
        rows.run("update enrolment_import set next_offset = 1000, state = 'COMPLETED', ended_at = now(),"
                + " worker = null, leased_until = null where id = '" + file + "'");
        assertThat(page.locator("#state")).hasText("完了");
        assertThat(page.locator("progress")).hasAttribute("value", "100");
        assertThat(page.locator("[hx-trigger]")).hasCount(0);
    }

    @Test
    void aRecordThatWasWithdrawnIsNotCorrectedAndItsPageSaysSo() {
        String withdrawn = enrolmentOf(withdrawn());
        Page page = visitAs(Role.INSURER, insurer.number(), "ja", "/enrolments/" + withdrawn);

        assertThat(page.locator("main form")).hasCount(0);
        assertThat(page.locator(".box.bad")).containsText("取り消され");
    }

    @Test
    void aFileThatCannotBeReadIsRefusedInWords() {
        Page page = visitAs(Role.INSURER, Desk.INSURER, "ja", "/imports");
        page.locator("#file").setInputFiles(new FilePayload("x.csv", "text/csv", "a,b\n1,2\n".getBytes(WINDOWS_31J)));
        page.getByText("送信する").click();

        assertThat(page.locator("#told p").first()).isVisible();
        forgiveComplaints(); // status 422
    }

    @Test
    void anEmployerSeesWhatIsMissing() {
        Page page = visitAs(Role.EMPLOYER, Desk.EMPLOYER, "ja", "/reports/" + returned);

        assertThat(page.locator(".badge").first()).hasText("差し戻し");
        assertThat(page.locator(".steps li").first()).containsText("住所");
    }

    private Seen insurerSees(String path, String name) {
        return new Seen(path, name, Role.INSURER, insurer.number());
    }

    private static Seen employerSees(String path, String name) {
        return new Seen(path, name, Role.EMPLOYER, Desk.EMPLOYER);
    }
}
