package jp.shikaku.registration.console;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jp.shikaku.kit.testing.browser.PageSuite;
import jp.shikaku.kit.testing.browser.Seen;
import jp.shikaku.local.identity.Role;
import jp.shikaku.registration.world.Citizen;
import jp.shikaku.registration.world.Days;
import jp.shikaku.registration.world.Desk;
import jp.shikaku.registration.world.Insurer;
import jp.shikaku.registration.world.RegistrationTest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A report on its way: typed by an employer, registered or sent back by an insurer. */
@RegistrationTest
class ReportPagesTest extends PageSuite {

    private Insurer insurer;
    private Citizen hanako;
    private String waiting;
    private String returned;
    private String withdrawn;

    @BeforeEach
    void anInsurerHasReportsInItsInbox() {
        Desk.knowParties();
        insurer = Insurer.newcomer();
        hanako = Citizen.hanako();
        Desk.knowResident(hanako);
        waiting = Desk.file(hanako.report(insurer.number(), Days.ago(2))).path("id");
        returned = Desk.file(without("address", Citizen.jiro().report(insurer.number(), Days.ago(3))))
                .path("id");
        withdrawn =
                Desk.file(Citizen.jiro().report(insurer.number(), Days.ago(1))).path("id");
        Desk.withdrawReport(withdrawn).then().statusCode(200);
    }

    @Override
    protected String service() {
        return "registration-service";
    }

    @Override
    protected List<Seen> pages() {
        String loss = Desk.file(Citizen.jiro().lossReport(insurer.number(), Days.ago(1)))
                .path("id");
        String dependant = Desk.file(Citizen.jiro().dependantReport(hanako, insurer.number(), Days.ago(1)))
                .path("id");
        return List.of(
                employerSees("/reports/new", "report-new"),
                employerSees("/reports/new?kind=LOSS", "report-new-loss"),
                employerSees("/reports/new?kind=DEPENDANT_CHANGE", "report-new-dependant"),
                employerSees("/reports/" + waiting, "report-filed"),
                employerSees("/reports/" + withdrawn, "report-withdrawn"),
                employerSees("/reports/" + returned + "/correction", "report-correction"),
                insurerSees("/filed-reports", "filed-reports"),
                insurerSees("/filed-reports?kind=LOSS", "filed-reports-loss"),
                new Seen("/filed-reports", "filed-reports-none", Role.INSURER, Desk.OTHER_INSURER),
                insurerSees("/filed-reports/" + waiting, "filed-report"),
                insurerSees("/filed-reports/" + loss, "filed-report-loss"),
                insurerSees("/filed-reports/" + dependant, "filed-report-dependant"));
    }

    /** Registered, sent back with words, late; and what has gone from the inbox. */
    @Override
    protected List<Seen> states() {
        String sentBack =
                Desk.file(Citizen.jiro().report(insurer.number(), Days.ago(40))).path("id");
        insurer.desk()
                .body(Map.of("reasonCode", "item-wrong", "note", "番地が違います。"))
                .header("If-Match", "\"1\"")
                .post("/filed-reports/" + sentBack + "/return")
                .then()
                .statusCode(204);
        return List.of(
                employerSees("/reports/" + returned, "report-returned"),
                employerSees("/reports/" + sentBack, "report-sent-back"),
                employerSees("/reports?state=WITHDRAWN", "reports-withdrawn"),
                employerSees("/reports/new?kind=NOTHING", "report-new-fault").refused(422),
                employerSees("/reports/" + UUID.randomUUID(), "report-not-there")
                        .refused(404),
                insurerSees("/filed-reports/" + withdrawn, "filed-report-gone").refused(404),
                insurerSees("/reports/new", "report-forbidden").refused(403));
    }

    @Test
    void anEmployerFilesAReportAndSeesWhereItStandsAndNothingElse() {
        Citizen person = Citizen.hanako();
        Page page = visitAs(Role.EMPLOYER, Desk.EMPLOYER, "ja", "/reports");
        page.getByText("届書を提出する").click();
        type(page, person);
        page.fill("#acquired", "令和8年4月1日");
        page.fill("#reference", "社員 42");
        page.getByText("提出する", new Page.GetByTextOptions().setExact(true)).click();

        assertThat(page.locator(".badge").first()).hasText("提出済み");
        assertThat(page.locator("h1")).containsText("社員 42");
        assertThat(page.locator(".list li")).hasCount(1);
        assertThat(page.content()).doesNotContain(person.individualNumber(), person.name(), person.address());
        assertAccessible(page);
    }

    @Test
    void whatIsMissingIsToldAndMendedByACorrection() {
        Page page = visitAs(Role.EMPLOYER, Desk.EMPLOYER, "ja", "/reports/" + returned);
        assertThat(page.locator(".steps li").first()).containsText("住所");

        page.getByText("訂正して送る").click();
        assertThat(page.locator("#name")).hasValue("");
        assertThat(page.locator("#acquired")).hasValue(Days.ago(3));
        page.evaluate("document.querySelector('main form').noValidate = true");
        type(page, Citizen.jiro());
        page.fill("#individualNumber", "1234");
        page.getByText("訂正して送る").click();
        assertThat(page.locator("#individualNumber-fault-1")).isVisible();
        assertAccessible(page);
        forgiveComplaints(); // status 422
        type(page, Citizen.jiro());
        page.getByText("訂正して送る").click();

        assertThat(page.locator(".badge").first()).hasText("提出済み");
        assertThat(page.locator(".steps li")).hasCount(0);
        assertThat(page.locator(".list li").last()).containsText("住所");
    }

    @Test
    void whatCannotBeReadIsSentBackWithoutTheIndividualNumber() {
        Page page = visitAs(Role.EMPLOYER, Desk.EMPLOYER, "ja", "/reports/new?kind=LOSS");
        type(page, hanako);
        page.fill("#individualNumber", "123456789012");
        page.fill("#lost", "2月30日");
        page.getByText("提出する", new Page.GetByTextOptions().setExact(true)).click();

        assertThat(page.locator("#individualNumber-fault-1")).isVisible();
        assertThat(page.locator("#individualNumber")).hasValue("");
        assertThat(page.locator("#lost-fault-1")).isVisible();
        assertThat(page.locator("#lost")).hasValue("2月30日");
        assertThat(page.locator("#name")).hasValue(hanako.name());
        assertAccessible(page);
        picture(page, "report-faulty");
        forgiveComplaints(); // status 422
    }

    @Test
    void aReportThatIsChangedMeanwhileIsNotWrittenOver() {
        Page page = visitAs(Role.EMPLOYER, Desk.EMPLOYER, "ja", "/reports/" + returned + "/correction");
        type(page, Citizen.jiro());
        Desk.correctReport(returned, 1, Citizen.jiro().report(insurer.number(), Days.ago(3)))
                .then()
                .statusCode(200);
        page.getByText("訂正して送る").click();

        assertThat(page.locator(".status-number")).hasText("412");
        assertAccessible(page);
        forgiveComplaints(); // status 412
    }

    @Test
    void anEmployerTakesAReportBackAndSaysWhy() {
        Page page = visitAs(Role.EMPLOYER, Desk.EMPLOYER, "ja", "/reports/" + waiting);
        page.evaluate("document.querySelector('main details form').noValidate = true");
        page.locator("summary").click();
        page.locator("details button").click();
        assertThat(page.locator("#reason-fault-1")).isVisible();
        assertAccessible(page);
        forgiveComplaints(); // status 422

        page.fill("#reason", "入社の取りやめ");
        page.locator("details button").click();
        assertThat(page.locator(".badge").first()).hasText("取り下げ");
        assertThat(page.locator("details")).hasCount(0);
    }

    @Test
    void aClerkRegistersAReportWithTheCardAndComesToTheRecord() {
        Page page = visitAs(Role.INSURER, insurer.number(), "ja", "/filed-reports");
        page.getByText(hanako.name()).first().click();
        assertThat(page.locator(".facts")).containsText(hanako.address());
        assertThat(page.content()).doesNotContain(hanako.individualNumber());
        page.evaluate("document.querySelector('main form').noValidate = true");
        page.getByText("この内容で登録する").click();
        assertThat(page.locator("#number-fault-1")).isVisible();
        assertAccessible(page);
        forgiveComplaints(); // status 422

        page.fill("#symbol", "123");
        page.fill("#number", "45");
        page.getByText("この内容で登録する").click();

        assertThat(page.locator("h1")).hasText("登録の訂正");
        assertThat(page.locator(".box.good")).isVisible();
        assertThat(Desk.reportState(waiting)).isEqualTo("REGISTERED");
        page.navigate(address("/ja/filed-reports"));
        assertThat(page.locator(".none")).isVisible();
    }

    @Test
    void aClerkSendsAReportBackAndTheEmployerReadsWhy() {
        Page page = visitAs(Role.INSURER, insurer.number(), "ja", "/filed-reports/" + waiting);
        page.evaluate("document.querySelector('main details form').noValidate = true");
        page.locator("summary").click();
        page.getByText("差し戻す", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("#note-fault-1")).isVisible();
        assertAccessible(page);
        forgiveComplaints(); // status 422

        page.selectOption("#reasonCode", "item-wrong");
        page.fill("#note", "住所の番地が違います。");
        page.getByText("差し戻す", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator(".none")).isVisible();

        Page employer = visitAs(Role.EMPLOYER, Desk.EMPLOYER, "ja", "/reports/" + waiting);
        assertThat(employer.locator(".box.warn")).containsText("番地が違います");
        assertThat(employer.locator(".badge").first()).hasText("差し戻し");
    }

    @Test
    void otherPartiesReportsAreNotThere() {
        for (String path : List.of("/reports/" + waiting, "/reports/" + waiting + "/correction")) {
            Page employer = visitAs(Role.EMPLOYER, Desk.OTHER_EMPLOYER, "ja", "/reports");
            employer.navigate(address("/ja" + path));
            assertThat(employer.locator(".status-number")).hasText("404");
        }
        Page clerk = visitAs(Role.INSURER, Desk.OTHER_INSURER, "ja", "/filed-reports");
        clerk.navigate(address("/ja/filed-reports/" + waiting));
        assertThat(clerk.locator(".status-number")).hasText("404");
        clerk.navigate(address("/ja/reports/new"));
        assertThat(clerk.locator(".status-number")).hasText("403");
        forgiveComplaints(); // status 403 and 404
    }

    private void type(Page page, Citizen person) {
        page.fill("#insurerNumber", insurer.number());
        page.fill("#individualNumber", person.individualNumber());
        page.fill("#name", person.name());
        page.fill("#nameKana", person.nameKana());
        page.fill("#birthDate", person.birthDate());
        page.selectOption("#sex", person.sex());
        page.fill("#address", person.address());
    }

    private static Map<String, Object> without(String field, Map<String, Object> body) {
        body.remove(field);
        return body;
    }

    private Seen insurerSees(String path, String name) {
        return new Seen(path, name, Role.INSURER, insurer.number());
    }

    private static Seen employerSees(String path, String name) {
        return new Seen(path, name, Role.EMPLOYER, Desk.EMPLOYER);
    }
}
