package jp.shikaku.inquiry.site;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.microsoft.playwright.Page;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import jp.shikaku.inquiry.world.InquiryTest;
import jp.shikaku.kit.testing.Tokens;
import jp.shikaku.kit.testing.browser.PageSuite;
import jp.shikaku.kit.testing.browser.Seen;
import jp.shikaku.local.identity.Role;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** A day of two operators: questions are written and reviewed, notices published and taken back. */
@InquiryTest
class OperatorPagesTest extends PageSuite {

    private static final String ANN = "ann";
    private static final String BOB = "bob";
    private static final String FIRST_NOTICE = "2023-06-06-display";

    @Override
    protected String service() {
        return "inquiry-service";
    }

    @Override
    protected List<Seen> pages() {
        String draft = draft();
        String inReview = submitted(draft());
        return List.of(
                annSees("/faq-drafts", "faq-drafts"),
                annSees("/faq-drafts?state=DISCARDED", "faq-drafts-none"),
                annSees("/faq-drafts/new", "faq-draft-new"),
                annSees("/faq-drafts/new?entry=job-change", "faq-draft-next"),
                annSees("/faq-drafts/" + draft, "faq-draft"),
                annSees("/faq-drafts/" + draft + "/text", "faq-draft-text"),
                annSees("/faq-drafts/" + inReview, "faq-draft-own"),
                new Seen("/faq-drafts/" + inReview, "faq-draft-review", Role.OPERATOR, BOB),
                annSees("/faq-drafts/versions/job-change", "faq-versions"),
                annSees("/faq/job-change", "question-operator"),
                annSees("/notice-office", "notice-office"),
                annSees("/notice-office/new", "notice-new"),
                annSees("/notice-office/" + FIRST_NOTICE, "notice-standing"),
                annSees("/notice-office/" + FIRST_NOTICE + "?acknowledged=true", "notice-standing-none"),
                annSees("/notice-office/" + FIRST_NOTICE + "/text", "notice-next"),
                annSees("/notice-office/addressees", "addressees"),
                annSees("/notice-office/addressees/new", "addressee-new"),
                annSees("/notice-office/addressees/medical-association", "addressee"));
    }

    @Override
    protected List<Seen> states() {
        return List.of(
                annSees("/notice-office/addressees?withoutEmail=true", "addressees-without"),
                annSees("/notice-office/" + FIRST_NOTICE + "?acknowledged=false", "notice-standing-open"),
                annSees("/faq-drafts?state=PUBLISHED", "faq-drafts-published"),
                annSees("/faq-drafts/" + UUID.randomUUID(), "faq-draft-not-there")
                        .refused(404),
                annSees("/notice-office/2020-01-01-nothing", "notice-not-there").refused(404),
                annSees("/notice-office/addressees/nobody-of-ours", "addressee-not-there")
                        .refused(404));
    }

    @Test
    void whatOneOperatorWritesAnotherPublishesAndEverybodyReads() {
        String entry = "page-" + UUID.randomUUID().toString().substring(0, 8);
        Page ann = visitAs(Role.OPERATOR, ANN, "ja", "/faq-drafts");
        ann.getByText("新しい質問を書く").click();
        ann.fill("#entryId", entry);
        ann.selectOption("#topic", "CONTACT");
        ann.getByLabel("どなたでも").check();
        ann.fill("#questionJa", "整理番号札はどこで受け取れますか。");
        ann.fill("#questionEn", "Where do I get a numbered ticket?");
        ann.fill("#answerJa", "窓口で受け取れます。");
        ann.fill("#answerEn", "At the desk.");
        ann.fill("#nextStepsJa", "窓口で申し出てください。\n待ち時間を確かめてください。");
        ann.fill("#nextStepsEn", "Ask at the desk.\nAsk how long it takes.");
        ann.fill("#sourcesTitleJa", "案内");
        ann.fill("#sourcesTitleEn", "Guide");
        ann.fill("#sourcesUrl", "https://www.mhlw.go.jp/stf/newpage_40406.html");
        ann.fill("#effectiveFrom", "令和8年1月1日");
        ann.fill("#related", "/ja/faq/where-to-call\n/displays/invalid");
        ann.getByText("下書きを保存する").click();
        assertThat(ann.locator(".badge").first()).hasText("下書き");
        ann.getByText("確認に出す").click();
        assertThat(ann.locator(".badge").first()).hasText("確認待ち");
        assertThat(ann.getByText("公開する", exactly())).hasCount(0);

        Page bob = visitAs(Role.OPERATOR, BOB, "ja", ann.url().replaceFirst(".*/ja", ""));
        bob.getByText("差し戻す", exactly()).click();
        assertThat(bob.locator("#comment-fault-1")).isVisible();
        assertAccessible(bob);
        forgiveComplaints(); // status 422
        bob.fill("#comment", "確認しました");
        bob.getByText("公開する", exactly()).click();
        assertThat(bob.locator(".badge").first()).hasText("公開済み");
        assertThat(bob.locator(".list li").last()).containsText("確認しました");
        assertAccessible(bob);

        Page anybody = visit("ja", "/faq/" + entry);
        assertThat(anybody.locator(".steps li")).hasCount(2);
        assertThat(anybody.locator("article")).containsText("窓口で受け取れます");
    }

    @Test
    void aQuestionThatIsPublishedIsChangedFromItsOwnPage() {
        Page page = visitAs(Role.OPERATOR, ANN, "ja", "/faq/lost-card");
        page.getByText("この質問を直す").click();

        assertThat(page.locator("#entryId")).hasValue("lost-card");
        page.fill("#answerEn", "");
        page.evaluate("document.querySelector('main form').noValidate = true");
        page.fill("#sourcesUrl", "nonsense");
        page.getByText("下書きを保存する").click();
        assertThat(page.locator("#answerEn-fault-1")).isVisible();
        assertThat(page.locator("#sourcesUrl-fault-1")).isVisible();
        assertThat(page.locator("#entryId")).hasValue("lost-card");
        assertAccessible(page);
        picture(page, "faq-draft-faulty");
        forgiveComplaints(); // status 422
    }

    @Test
    void whatIsMissingInADraftOrInANextVersionOfANoticeIsToldBesideItsField() {
        Page page = visitAs(Role.OPERATOR, ANN, "ja", "/faq-drafts/" + draft() + "/text");
        page.evaluate("document.querySelector('main form').noValidate = true");
        page.fill("#questionEn", "");
        page.getByText("下書きを保存する").click();
        assertThat(page.locator("#questionEn-fault-1")).isVisible();
        assertAccessible(page);

        page.navigate(address("/ja/notice-office/" + FIRST_NOTICE + "/text"));
        page.evaluate("document.querySelector('main form').noValidate = true");
        page.fill("#summaryEn", "");
        page.getByText("公開して送る", exactly()).click();
        assertThat(page.locator("#summaryEn-fault-1")).isVisible();
        assertAccessible(page);
        forgiveComplaints(); // status 422
    }

    @Test
    void aDraftThatIsChangedMeanwhileIsNotWrittenOver() {
        String draft = draft();
        Page page = visitAs(Role.OPERATOR, BOB, "ja", "/faq-drafts/" + draft + "/text");
        submitted(draft);
        page.getByText("下書きを保存する").click();

        assertThat(page.locator(".status-number")).hasText("412");
        forgiveComplaints(); // status 412
    }

    @Test
    void onlyOperatorsWriteQuestionsAndNotices() {
        Page agent = visitAs(Role.HOTLINE, "agent-7", "ja", "/tickets");
        for (String path : List.of("/faq-drafts", "/notice-office", "/notice-office/addressees")) {
            agent.navigate(address("/ja" + path));
            assertThat(agent.locator(".status-number")).hasText("403");
        }
        forgiveComplaints(); // status 403
        assertThat(visit("ja", "/faq/lost-card").getByText("この質問を直す")).hasCount(0);
    }

    @Test
    void aNoticeIsPublishedWatchedAndTakenBack() {
        String addressee = "page-" + UUID.randomUUID().toString().substring(0, 8);
        Page page = visitAs(Role.OPERATOR, ANN, "ja", "/notice-office/addressees/new");
        page.fill("#id", addressee);
        page.fill("#nameJa", "見本協会");
        page.fill("#nameEn", "Sample association");
        page.fill("#email", "not an address");
        page.getByText("保存する", exactly()).click();
        assertThat(page.locator("#email-fault-1")).isVisible();
        assertAccessible(page);
        forgiveComplaints(); // status 422
        page.fill("#email", "");
        page.getByText("保存する", exactly()).click();

        String day = LocalDate.of(2026, 11, 20).toString();
        page.navigate(address("/ja/notice-office/new"));
        page.fill("#id", day + "-" + addressee);
        page.fill("#date", day);
        page.fill("#titleJa", "試験のお知らせ");
        page.fill("#titleEn", "A notice for the test");
        page.fill("#summaryJa", "本文です。");
        page.fill("#summaryEn", "The text.");
        page.fill("#issuersJa", "運用センター");
        page.fill("#issuersEn", "Operations");
        page.fill("#sourcesTitleJa", "出典");
        page.fill("#sourcesTitleEn", "Source");
        page.fill("#sourcesUrl", "https://www.mhlw.go.jp/stf/newpage_08277.html");
        page.getByText("公開して送る", exactly()).click();
        assertThat(page.locator("#groups-fault-1")).isVisible();
        assertAccessible(page);
        forgiveComplaints(); // status 422
        page.fill("#addressees", addressee);
        page.getByText("公開して送る", exactly()).click();

        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.locator("tbody tr")).containsText("アドレスなし");
        assertAccessible(page);
        page.getByText("宛先に送る", exactly()).click();
        assertThat(page.locator("tbody tr")).hasCount(1);

        page.locator("summary").click();
        page.evaluate("document.querySelector('main details form').noValidate = true");
        page.fill("#reasonJa", "誤りがありました");
        page.locator("details button").click();
        assertThat(page.locator("#reasonEn-fault-1")).isVisible();
        assertAccessible(page);
        forgiveComplaints(); // status 422
        page.fill("#reasonEn", "It was wrong");
        page.locator("details button").click();
        assertThat(page.locator(".badge").first()).hasText("取り消し");
        assertThat(page.locator(".box.bad")).containsText("誤りがありました");
        assertThat(page.locator("details")).hasCount(0);
        assertAccessible(page);
        page.navigate(address("/ja/notices"));
        assertThat(page.locator("main")).not().containsText("試験のお知らせ");
    }

    private static String draft() {
        String entry = "page-" + UUID.randomUUID().toString().substring(0, 8);
        return Tokens.as(Role.OPERATOR, ANN)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body(
                        """
                        {"entryId":"%s","content":{"topic":"CONTACT","audience":["PUBLIC","DESK"],
                         "question":{"ja":"見本はどこですか。","en":"Where is the sample?"},
                         "askedAs":{"ja":["見本の場所"],"en":["sample place"]},
                         "answer":{"ja":"窓口です。","en":"At the desk."},
                         "nextSteps":[{"ja":"窓口へ行く。","en":"Go there."}],
                         "sources":[{"title":{"ja":"案内","en":"Guide"},"url":"https://www.mhlw.go.jp/stf/newpage_40406.html"}],
                         "effectiveFrom":"2026-01-01","effectiveUntil":"2027-01-01",
                         "related":[{"kind":"FAQ","id":"where-to-call"}]}}"""
                                .formatted(entry))
                .post("/faq-drafts")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String submitted(String draft) {
        Response read = Tokens.as(Role.OPERATOR, ANN).get("/faq-drafts/" + draft);
        Tokens.as(Role.OPERATOR, ANN)
                .header("If-Match", read.header("ETag"))
                .contentType(ContentType.JSON)
                .body("{\"decision\":\"SUBMIT\"}")
                .post("/faq-drafts/" + draft + "/decision")
                .then()
                .statusCode(200);
        return draft;
    }

    private static Seen annSees(String path, String name) {
        return new Seen(path, name, Role.OPERATOR, ANN);
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }
}
