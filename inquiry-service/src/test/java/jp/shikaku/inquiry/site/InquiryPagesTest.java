package jp.shikaku.inquiry.site;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jp.shikaku.inquiry.world.Answers;
import jp.shikaku.inquiry.world.InquiryTest;
import jp.shikaku.inquiry.world.Sisters;
import jp.shikaku.kit.testing.Tokens;
import jp.shikaku.kit.testing.browser.PageSuite;
import jp.shikaku.kit.testing.browser.Seen;
import jp.shikaku.local.identity.Role;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

@InquiryTest
class InquiryPagesTest extends PageSuite {

    private static final String AGENT = "agent-7";
    private static final String NUMBER = Answers.NUMBER.display();

    Sisters sisters;

    @BeforeEach
    void anEmployerIsWaitedFor() {
        sisters.bothAnswer();
        sisters.registration()
                .answers(200, Answers.progress("WAITING_FOR_EMPLOYER", "2026-04-03", "2026-04-10", false));
    }

    @Override
    protected String service() {
        return "inquiry-service";
    }

    @Override
    protected List<Seen> pages() {
        return List.of(
                Seen.open("", "home"),
                Seen.open("/faq", "faq"),
                Seen.open("/faq?q=%E8%BB%A2%E8%81%B7", "faq-found"),
                Seen.open("/faq?q=xyzzy", "faq-nothing"),
                Seen.open("/faq/job-change", "question"),
                Seen.open("/displays", "displays"),
                Seen.open("/displays/invalid", "display-invalid"),
                Seen.open("/displays/not-found", "display-not-found"),
                Seen.open("/hotline", "hotline"),
                Seen.open("/hotline?on=2026-12-29", "hotline-day"),
                Seen.open("/hotline?on=tomorrow", "hotline-fault"),
                Seen.open("/notices", "notices"),
                Seen.open("/notices/2023-06-06-display", "notice"),
                Seen.open("/inquiry", "inquiry"),
                Seen.open("/inquiry/reply", "reply"),
                Seen.open("/sign-in", "sign-in"),
                new Seen("/casefiles", "case-find", Role.HOTLINE, AGENT),
                new Seen("/casefiles?number=1234", "case-mistyped", Role.HOTLINE, AGENT),
                new Seen("/casefiles?number=" + NUMBER, "case-file", Role.HOTLINE, AGENT));
    }

    /** Every display, what is refused, and what a visitor with another role sees. */
    @Override
    protected List<Seen> states() {
        return List.of(
                Seen.open("/displays/valid", "display-valid"),
                Seen.open("/displays/invalid-newer-coverage", "display-newer"),
                Seen.open("/displays/several-candidates", "display-several"),
                Seen.open("/displays/undetermined", "display-undetermined"),
                Seen.open("/faq?audience=DESK", "faq-desk"),
                Seen.open("/faq/lost-card", "question-lost-card"),
                Seen.open("/sign-in?failed=provider", "sign-in-failed"),
                Seen.open("/nowhere", "not-there").refused(404),
                Seen.open("/faq/nothing-of-ours", "question-not-there").refused(404),
                agentSees("", "home-agent"),
                new Seen("/casefiles", "case-forbidden", Role.INSTITUTION, "0110113719").refused(403));
    }

    private static Seen agentSees(String path, String name) {
        return new Seen(path, name, Role.HOTLINE, AGENT);
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }

    /** The number of an inquiry that somebody has sent. */
    private static String sent() {
        return given().header(
                        "X-Forwarded-For",
                        "10.1.2." + ThreadLocalRandom.current().nextInt(256))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body("{\"topic\":\"DISPLAY\",\"language\":\"ja\",\"text\":\"資格情報なしと言われました。\"}")
                .post("/tickets")
                .path("number");
    }

    @Test
    void anAgentTakesAnInquiryOnAndAnswersItWithTheAnswerOfAQuestion() {
        Page page = visitAs(Role.HOTLINE, AGENT, "ja", "/tickets/" + sent());
        page.getByText("自分が担当する", exactly()).click();
        assertThat(page.locator(".facts").first()).containsText(AGENT);

        page.selectOption("#faqEntry", "display-not-found");
        page.fill("#text", "お問い合わせありがとうございます。");
        page.getByText("送る", exactly()).click();

        assertThat(page.locator(".list li")).hasCount(2);
        assertThat(page.locator(".list li").last()).containsText("お問い合わせありがとうございます");
        assertThat(page.locator(".facts").first()).containsText("回答しました");
        assertAccessible(page);
    }

    @Test
    void aPatientTypesAndReadsTheAnswerBeforePressingAnything() {
        Page page = visit("ja", "");
        page.getByRole(AriaRole.SEARCHBOX).fill("保険証が使えないと言われた");

        Locator found = page.locator("#results li a");
        assertThat(found.first()).isVisible();
        found.first().click();

        assertThat(page.locator("h1")).isVisible();
        assertThat(page.locator(".steps li").first()).isVisible();
    }

    @Test
    void theSearchWorksWithoutScriptsToo() {
        Page page = withoutScripts(Seen.open("", ""), "ja");
        page.fill("#q", "転職");
        page.click("button[type=submit]");

        assertThat(page.url()).contains("/ja/faq?q=");
        assertThat(page.locator("#results li a").count()).isPositive();
    }

    @Test
    void aSearchThatFindsNothingNamesTheHotline() {
        Page page = visit("en", "/faq?q=xyzzy");

        assertThat(page.locator("#results")).containsText("0120-95-0178");
    }

    @Test
    void theHoursOfAnyDayAreLookedUpAlsoInTheJapaneseEra() {
        Page page = visit("ja", "/hotline");
        page.fill("#on", "令和8年12月29日");
        page.getByText("調べる").last().click();

        assertThat(page.locator("table").first()).containsText("年末年始");
        assertThat(page.locator("table").first()).containsText("休み");
    }

    @Test
    void anybodyWritesAndReadsTheReplyWithNumberAndCode() {
        Page page = visit("ja", "/inquiry");
        page.selectOption("#topic", "DISPLAY");
        page.fill("#text", "窓口で資格情報なしと言われました。\nどうすればよいですか。" + "あ".repeat(3900));
        page.getByText("送信する").click();
        assertThat(page.locator("h1")).hasText("受け付けました");
        assertAccessible(page);
        picture(page, "receipt");
        String number = page.locator(".big.code").first().innerText();
        String code = page.locator(".big.code").last().innerText();

        page.navigate(address("/ja/inquiry/reply"));
        page.fill("#number", number);
        page.fill("#code", code);
        page.getByText("読む", exactly()).click();

        assertThat(page.locator(".as-written")).containsText("資格情報なしと言われました");
        assertThat(page.url()).doesNotContain(code);
        assertAccessible(page);
        picture(page, "ticket");
    }

    @Test
    void aCallerAnswersWhatTheHotlineAsksBack() {
        Page caller = visit("ja", "/inquiry");
        caller.fill("#text", "使えないと言われました。");
        caller.getByText("送信する").click();
        String number = caller.locator(".big.code").first().innerText();
        String code = caller.locator(".big.code").last().innerText();
        Page agent = visitAs(Role.HOTLINE, AGENT, "ja", "/tickets/" + number);
        agent.getByText("自分が担当する", exactly()).click();
        agent.selectOption("#kind", "QUESTION");
        agent.fill("#text", "どの窓口でしたか。");
        agent.getByText("送る", exactly()).click();

        caller.navigate(address("/ja/inquiry/reply"));
        caller.fill("#number", number);
        caller.fill("#code", code);
        caller.getByText("読む", exactly()).click();
        assertThat(caller.locator("#add")).hasText("質問に答える");
        caller.evaluate("document.querySelector('main form').noValidate = true");
        caller.getByText("送信する").click();
        assertThat(caller.locator("#text-fault-1")).isVisible();
        assertAccessible(caller);
        forgiveComplaints(); // status 422
        caller.fill("#text", "駅前の薬局です。");
        caller.getByText("送信する").click();
        assertThat(caller.locator(".as-written").last()).containsText("駅前の薬局");
        assertAccessible(caller);

        agent.navigate(address("/ja/tickets/" + number));
        assertThat(agent.locator(".as-written").last()).containsText("駅前の薬局");
        agent.getByText("対応を終える", exactly()).click();
        assertThat(agent.getByText("もう一度開く", exactly())).isVisible();
        assertAccessible(agent);
        picture(agent, "agent-ticket-closed");
    }

    @Test
    void anInquiryThatSaysNothingAndACodeThatFitsNothingAreSentBack() {
        Page page = visit("ja", "/inquiry");
        page.evaluate("document.querySelector('main form').noValidate = true");
        page.fill("#name", "見本");
        page.getByText("送信する").click();
        assertThat(page.locator("#text-fault-1")).isVisible();
        assertThat(page.locator("#name")).hasValue("見本");
        assertAccessible(page);

        page.navigate(address("/ja/inquiry/reply"));
        page.fill("#number", "1");
        page.fill("#code", "2");
        page.getByText("読む", exactly()).click();
        assertThat(page.locator("#number-fault-1")).isVisible();
        assertAccessible(page);
        forgiveComplaints(); // status 422
    }

    @Test
    void anAgentSignsInOpensACaseAndSignsOut() {
        Page page = visit("ja", "/casefiles");
        assertThat(page.url()).contains("/ja/sign-in?next=");
        page.fill("#token", Tokens.token(Role.HOTLINE, AGENT, Duration.ofMinutes(5)));
        page.locator("details form button").click();

        assertThat(page.url()).endsWith("/ja/casefiles");
        page.fill("#number", NUMBER.toLowerCase().replace("-", " "));
        page.keyboard().press("Enter");
        assertThat(page.locator(".quote")).containsText("資格取得届がまだ届いていません");
        assertThat(page.locator(".way .here")).containsText("事業主の届出");

        page.locator(".who button").click();
        assertThat(page.locator(".who")).hasCount(0);
        page.navigate(address("/ja/casefiles"));
        assertThat(page.url()).contains("/sign-in");
    }

    @ParameterizedTest
    @CsvSource({
        "WAITING_FOR_INSURER, 2026-04-03, 2026-04-10, 2, 保険者の登録を待っています, 2",
        "BEING_CONFIRMED,     2026-04-03, 2026-04-10, 4, 保険者が確認しています,     3",
        "BEING_LINKED,        2026-04-03, 2026-04-10, 4, まもなく反映されます,       4",
        "LINKED,              ,           ,           4, 一致しません,               0",
        "LINKED,              ,           ,           1, 資格（有効）,               0",
        "NOTHING_KNOWN,       ,           ,           4, まだ見つかりません,         0",
        "NOTHING_KNOWN,       ,           ,           5, 複数いる,                   0"
    })
    void everyStateOfACaseHasItsSentenceToSay(
            String stage, String since, String due, int now, String said, int station) {
        sisters.eligibility().answers(200, Answers.standing(now, now));
        sisters.registration().answers(200, Answers.progress(stage, since, due, false));
        Page page = visitAs(Role.HOTLINE, AGENT, "ja", "/casefiles?number=" + NUMBER);

        assertThat(page.locator(".quote")).containsText(said);
        assertThat(page.locator(station == 0 ? ".way .here" : ".way li:nth-child(" + station + ").here"))
                .hasCount(station == 0 ? 0 : 1);
        assertAccessible(page);
        picture(page, "case-file-" + stage + "-" + now);
    }

    @Test
    void aMistypedNumberIsToldFromAnUnknownOne() {
        Page mistyped = visitAs(Role.HOTLINE, AGENT, "ja", "/casefiles?number=" + NUMBER.replaceFirst(".$", "?"));
        assertThat(mistyped.locator(".fault")).isVisible();

        sisters.eligibility().answers(404, "{}");
        Page unknown = visitAs(Role.HOTLINE, AGENT, "ja", "/casefiles?number=" + NUMBER);
        assertThat(unknown.locator(".fault")).containsText("見つかりません");
    }
}
