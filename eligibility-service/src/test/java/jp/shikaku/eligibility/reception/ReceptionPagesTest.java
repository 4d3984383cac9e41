package jp.shikaku.eligibility.reception;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import jp.shikaku.eligibility.testing.Card;
import jp.shikaku.eligibility.testing.Clinic;
import jp.shikaku.eligibility.testing.Coverages;
import jp.shikaku.kit.testing.ServiceEnvironment;
import jp.shikaku.kit.testing.browser.PageSuite;
import jp.shikaku.kit.testing.browser.Seen;
import jp.shikaku.local.identity.Role;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A day at a reception desk, with the cards of the sandbox. */
@QuarkusTest
@TestProfile(ReceptionPagesTest.Sandboxed.class)
@WithTestResource(value = ServiceEnvironment.class, scope = TestResourceScope.GLOBAL)
class ReceptionPagesTest extends PageSuite {

    public static final class Sandboxed implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("shikaku.sandbox.enabled", "true");
        }
    }

    private static final String VALID = "1001";
    private static final String LOST = "2001";
    private static final String ELSEWHERE = "3001";
    private static final String NOBODY = "4001";
    private static final String TWINS = "5001";
    private static final String OUTAGE = "9001";

    private final Clinic clinic = Clinic.fresh();

    @Override
    protected String service() {
        return "eligibility-service";
    }

    @Override
    protected List<Seen> pages() {
        return Stream.concat(
                        Stream.of(
                                Seen.open("", "home"),
                                Seen.open("/sign-in", "sign-in"),
                                seen("/reception", "ask"),
                                seen("/history", "history")),
                        Stream.of(VALID, LOST, ELSEWHERE, NOBODY, TWINS).flatMap(card -> answers(card)))
                .toList();
    }

    /** Valid with less, not valid for other reasons; nothing yet; what is refused. */
    @Override
    protected List<Seen> states() {
        String unknown = "/reception/" + Clinic.fresh().numberFor(sandbox(VALID));
        return Stream.concat(
                        Stream.of(
                                        "1002", "1003", "1005", "1006", "1008", "1009", "1010", "1011", "2002", "2004",
                                        "4002")
                                .map(card -> seen("/reception/" + clinic.numberFor(sandbox(card)), "answer-" + card)),
                        Stream.of(
                                seen("/reception/" + clinic.numberFor(sandbox(NOBODY)) + "/now", "answer-now"),
                                new Seen(
                                        "/history",
                                        "history-none",
                                        Role.INSTITUTION,
                                        Clinic.fresh().code()),
                                seen(unknown, "answer-not-there").refused(404),
                                seen(unknown + "/declaration", "declaration-not-there")
                                        .refused(404),
                                seen("/history?after=nonsense", "history-fault").refused(422),
                                new Seen("/reception", "ask-forbidden", Role.INSURER, "06139984").refused(403)))
                .toList();
    }

    private Stream<Seen> answers(String card) {
        String answer = "/reception/" + clinic.numberFor(sandbox(card));
        return card.equals(NOBODY)
                ? Stream.of(
                        seen(answer, "answer-" + card),
                        seen(answer + "/watch", "waiting"),
                        seen(answer + "/declaration", "declaration"))
                : Stream.of(seen(answer, "answer-" + card));
    }

    @Test
    void theDeskAsksWithAJapaneseDateAndReadsTheAnswer() {
        Page page = visitAs(Role.INSTITUTION, clinic.code(), "ja", "/reception");
        type(page, VALID, "平成2年1月15日");

        assertThat(page.locator(".display .what")).hasText("資格（有効）");
        assertThat(page.locator(".display")).hasClass("display good");
        assertThat(page.locator("main")).containsText("電子処方箋");
        assertThat(page.url()).contains("/ja/reception/");
    }

    @Test
    void whatCannotBeReadIsToldBesideItsField() {
        Page page = visitAs(Role.INSTITUTION, clinic.code(), "ja", "/reception");
        page.evaluate("document.querySelector('main form').noValidate = true");
        type(page, "", "平成40年1月1日");

        assertThat(page.locator("#faults li")).hasCount(2);
        assertThat(page.locator("#birthDate-fault-1")).containsText("元号");
        assertThat(page.locator("#birthDate")).hasValue("平成40年1月1日");
        assertAccessible(page);
        picture(page, "ask-fault");
        forgiveComplaints(); // the browser counts a page of status 422 as a failure to load
    }

    @Test
    void aPatientWithoutValidCoverageGetsAFormToSign() {
        Page page = visitAs(Role.INSTITUTION, clinic.code(), "ja", "/reception");
        type(page, NOBODY, "H2.1.15");
        assertThat(page.locator(".display .what")).hasText("資格情報なし");
        assertThat(page.locator(".steps li").first()).isVisible();

        page.getByText("被保険者資格申立書を印刷").click();
        assertThat(page.locator(".sheet h1")).hasText("被保険者資格申立書");
        assertThat(page.locator("[data-print]")).isVisible();
        for (String item :
                List.of("氏名", "生年月日", "性別", "住所", "電話番号", "保険の種類", "保険者の名前", "勤め先の名前", "負担割合", "署名", clinic.code())) {
            assertThat(page.locator(".sheet")).containsText(item);
        }
        page.pdf(new Page.PdfOptions().setPath(Path.of("target", "pages", "declaration.pdf")));
    }

    @Test
    void anOutageIsNeverShownAsNoInformation() {
        Page page = visitAs(Role.INSTITUTION, clinic.code(), "ja", "/reception");
        type(page, OUTAGE, "1990-01-15");

        assertThat(page.locator(".display .what")).hasText("判定不能");
        assertThat(page.locator("main")).not().containsText("資格情報なし");
        assertThat(page.locator("#number")).hasValue(OUTAGE);
        assertAccessible(page);
        picture(page, "undetermined");
        forgiveComplaints(); // status 503
    }

    @Test
    void theScreenChangesByItselfWhenTheCoverageIsThere() {
        Card card = Card.fresh();
        String number = clinic.numberFor(card);
        Page page = visitAs(Role.INSTITUTION, clinic.code(), "ja", "/reception/" + number);
        page.getByText("変わるのを待つ").click();
        assertThat(page.locator("h1")).containsText("待っています");
        assertThat(page.locator(".display .what")).hasText("資格情報なし");
        // Connected first: an event from before is not told to a page that was opened after it.
        page.waitForCondition(
                () -> (boolean) page.evaluate("() => document.querySelector('[data-live-ready]') !== null"));

        Coverages.link(card);

        assertThat(page.locator(".display .what")).hasText("資格（有効）");
        assertThat(page.title()).startsWith("●");
        assertAccessible(page);
    }

    @Test
    void aDeskSeesItsOwnConfirmationsOnly() {
        String number = clinic.numberFor(sandbox(LOST));
        Page own = visitAs(Role.INSTITUTION, clinic.code(), "ja", "/history");
        assertThat(own.locator("table")).containsText(number);

        Page other = visitAs(Role.INSTITUTION, Clinic.fresh().code(), "ja", "/history");
        assertThat(other.locator(".none")).isVisible();
        other.navigate(address("/ja/reception/" + number));
        assertThat(other.locator("h1")).not().containsText(number);
        assertThat(other.locator("main")).not().containsText("資格（無効）");
        forgiveComplaints(); // status 404
    }

    @Test
    void anAnswerIsReadOutByItsNumber() {
        String number = clinic.numberFor(sandbox(LOST));
        Page page = visitAs(Role.INSTITUTION, clinic.code(), "en", "/reception/" + number);

        assertThat(page.locator(".big.code").innerText()).isEqualTo(number);
    }

    private static void type(Page page, String number, String birthDate) {
        page.fill("#insurerNumber", "06139984");
        page.fill("#symbol", "見本");
        page.fill("#number", number);
        page.fill("#birthDate", birthDate);
        page.keyboard().press("Enter");
        page.waitForLoadState();
    }

    private Seen seen(String path, String name) {
        return new Seen(path, name, Role.INSTITUTION, clinic.code());
    }

    private static Card sandbox(String number) {
        return new Card("06139984", "見本", number, null, "1990-01-15");
    }
}
