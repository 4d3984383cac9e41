package jp.shikaku.registration.console;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jp.shikaku.kit.testing.browser.PageSuite;
import jp.shikaku.local.identity.Role;
import jp.shikaku.registration.world.Citizen;
import jp.shikaku.registration.world.Days;
import jp.shikaku.registration.world.Desk;
import jp.shikaku.registration.world.ImportDesk;
import jp.shikaku.registration.world.Insurer;
import jp.shikaku.registration.world.RegistrationTest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A day at an insurer and at an employer. */
@RegistrationTest
class ConsolePagesTest extends PageSuite {

    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");
    private static final double LONG_ENOUGH = 60_000;

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
                insurerSees("/deadlines", "deadlines"),
                insurerSees("/imports", "imports"),
                new Seen("/imports/" + file(), "import", Role.INSURER, Desk.INSURER),
                employerSees("/reports", "reports"),
                employerSees("/reports/" + returned, "report"),
                employerSees("/deadlines", "deadlines-employer"));
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
