package jp.shikaku.inquiry.ticket;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

import jakarta.inject.Inject;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jp.shikaku.inquiry.ticket.Desk.Sent;
import jp.shikaku.inquiry.world.Calendar;
import jp.shikaku.inquiry.world.InquiryTest;
import jp.shikaku.kit.testing.browser.PageSuite;
import jp.shikaku.kit.testing.browser.Seen;
import jp.shikaku.local.identity.Role;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static jp.shikaku.inquiry.ticket.Desk.ANN;
import static jp.shikaku.inquiry.ticket.Desk.BOB;
import static jp.shikaku.inquiry.ticket.Desk.assigned;
import static jp.shikaku.inquiry.ticket.Desk.callerWrites;
import static jp.shikaku.inquiry.ticket.Desk.decide;
import static jp.shikaku.inquiry.ticket.Desk.open;
import static jp.shikaku.inquiry.ticket.Desk.sent;
import static jp.shikaku.inquiry.ticket.Desk.write;
import static org.assertj.core.api.Assertions.assertThat;

/** What the hotline's agents do with inquiries on their pages: what the state allows is offered, and nothing else. */
@InquiryTest
class TicketPagesTest extends PageSuite {

    private static final String REPLY = "{\"kind\":\"REPLY\",\"text\":\"回答です。\"}";
    private static final String QUESTION = "{\"kind\":\"QUESTION\",\"text\":\"どの窓口でしたか。\"}";
    private static final String CLOSE = "{\"decision\":\"CLOSE\"}";

    private static final String TAKE_ON = "自分が担当する";
    private static final String HAND_BACK = "担当を外す";
    private static final String HAND_OVER = "ほかの担当者に渡す";
    private static final String REOPEN = "もう一度開く";
    private static final String FINISH = "対応を終える";

    private static final String DEEDS = "[aria-labelledby=history] tbody tr";

    /** No event comes after the one of this id. */
    private static final String LAST_OF_ALL = "ffffffff-ffff-7fff-bfff-ffffffffffff";

    @TestHTTPResource(value = "clock-offset", management = true)
    URI adminPort;

    @Inject
    TicketKeeper keeper;

    private Sent ticket;

    @BeforeEach
    void somebodyHasWritten() {
        ticket = sent("資格情報なしと言われました。");
    }

    @AfterEach
    void backToOurTime() {
        new Calendar(adminPort).close();
    }

    @Override
    protected String service() {
        return "inquiry-service";
    }

    @Override
    protected List<Seen> pages() {
        Sent answerable = sent("引っ越しました。");
        assigned(ANN, answerable);
        return List.of(
                annSees("/tickets", "tickets"),
                annSees("/tickets/new", "phone-ticket"),
                annSees("/tickets/" + ticket.number(), "agent-ticket-received"),
                annSees("/tickets/" + answerable.number(), "agent-ticket-assigned"));
    }

    @Override
    protected List<Seen> states() {
        Sent waiting = sent("待っている問い合わせ");
        write(ANN, assigned(ANN, waiting), QUESTION).then().statusCode(200);
        Sent answered = sent("回答した問い合わせ");
        write(ANN, assigned(ANN, answered), REPLY).then().statusCode(200);
        Sent reopened = sent("また来た問い合わせ");
        write(ANN, assigned(ANN, reopened), REPLY).then().statusCode(200);
        callerWrites(reopened, "まだ分かりません。").then().statusCode(200);
        Sent closed = sent("終わった問い合わせ");
        decide(ANN, open(ANN, closed), CLOSE).then().statusCode(200);
        Sent others = sent("ほかの担当者の問い合わせ");
        assigned(BOB, others);
        return List.of(
                annSees("/tickets?overdue=true", "tickets-overdue"),
                annSees("/tickets?unassigned=true", "tickets-unassigned"),
                annSees("/tickets?assignee=nobody-at-all", "tickets-none"),
                annSees("/tickets?after=nonsense", "tickets-fault").refused(422),
                annSees("/tickets/AAAA-AAAAA", "agent-ticket-not-there").refused(404),
                annSees("/tickets/" + waiting.number(), "agent-ticket-waiting"),
                annSees("/tickets/" + answered.number(), "agent-ticket-answered"),
                annSees("/tickets/" + reopened.number(), "agent-ticket-reopened"),
                annSees("/tickets/" + closed.number(), "agent-ticket-closed"),
                annSees("/tickets/" + others.number(), "agent-ticket-others"),
                annSees("/tickets/" + others.number() + "?after=" + LAST_OF_ALL, "agent-ticket-history-ends"),
                annSees("/tickets/" + others.number() + "?after=nonsense", "agent-ticket-fault")
                        .refused(422));
    }

    @Test
    void whoHasNotTakenItOnLeavesNotesAndIsToldWhatToDoFirst() {
        Page page = visitAs(Role.HOTLINE, ANN, "ja", "/tickets/" + ticket.number());
        assertOffered(page, TAKE_ON, FINISH, HAND_OVER);
        assertThat(page.locator("#kind")).hasCount(0);
        assertThat(page.locator("#faqEntry")).hasCount(0);
        assertThat(page.locator("#first")).containsText("先に「自分が担当する」");

        page.fill("#text", "折り返しは午後がよいとのこと");
        page.getByText("メモを残す", exactly()).click();
        assertThat(page.locator(".list li").last()).containsText("内部メモ");
        page.getByText(TAKE_ON, exactly()).click();
        assertThat(page.locator("#first")).hasCount(0);
        assertThat(page.locator("#kind option")).hasCount(3);
        assertOffered(page, HAND_BACK, FINISH, HAND_OVER);
    }

    @Test
    void whatIsAnsweredIsReopenedBeforeAnythingElseIsWrittenToItsCaller() {
        write(ANN, assigned(ANN, ticket), REPLY).then().statusCode(200);
        Page page = visitAs(Role.HOTLINE, ANN, "ja", "/tickets/" + ticket.number());
        assertOffered(page, REOPEN, FINISH);
        assertThat(page.locator("#first")).containsText("先に「もう一度開く」");

        page.getByText(FINISH, exactly()).click();
        assertOffered(page, REOPEN);
        page.getByText(REOPEN, exactly()).click();
        assertOffered(page, FINISH, HAND_OVER);
        assertThat(page.locator("#kind option")).hasCount(3);
    }

    @Test
    void whatIsWaitedForIsAnsweredOrAskedAgainAndNotHandedBack() {
        write(ANN, assigned(ANN, ticket), QUESTION).then().statusCode(200);
        Page page = visitAs(Role.HOTLINE, BOB, "ja", "/tickets/" + ticket.number());

        assertOffered(page, TAKE_ON, FINISH, HAND_OVER);
        assertThat(page.locator("#kind option")).hasCount(3);
    }

    @Test
    void nothingIsAddedOnceWhatWasPersonalIsGone() {
        decide(ANN, open(ANN, ticket), CLOSE).then().statusCode(200);
        new Calendar(adminPort).later(Duration.ofDays(91));
        keeper.tidy().await().atMost(Duration.ofSeconds(30));
        new Calendar(adminPort).close();
        Page page = visitAs(Role.HOTLINE, ANN, "ja", "/tickets/" + ticket.number());

        assertThat(page.locator("main form")).hasCount(0);
        assertThat(page.locator("main")).containsText("消去されました");
        assertThat(page.locator(DEEDS).nth(3)).containsText("システム");
        assertThat(page.locator(DEEDS).nth(3)).containsText("消去した");
        assertThat(page.locator("main")).not().containsText("資格情報なし");
        assertAccessible(page);
        picture(page, "agent-ticket-purged");
    }

    @Test
    void theHistoryTellsWhoDidWhatAndWhoLooked() {
        decide(ANN, open(ANN, ticket), "{\"decision\":\"ASSIGN\",\"assignee\":\"bob\",\"comment\":\"資格に詳しい\"}")
                .then()
                .statusCode(200);

        Page page = visitAs(Role.HOTLINE, BOB, "ja", "/tickets/" + ticket.number());
        assertHistory(
                page,
                List.of("お客さま", "登録した", "—"),
                List.of(ANN, "閲覧した", "—"),
                List.of(ANN, "担当を決めた 資格に詳しい", BOB),
                List.of(BOB, "閲覧した", BOB));
        Page english = visitAs(Role.HOTLINE, BOB, "en", "/tickets/" + ticket.number());
        assertThat(english.locator(DEEDS).nth(2)).containsText("Assigned it");
        assertThat(english.locator(DEEDS).last()).containsText("Looked at it");
    }

    @Test
    void aLongHistoryIsReadInParts() {
        for (int look = 0; look < 50; look++) {
            open(ANN, ticket).then().statusCode(200);
        }

        Page page = visitAs(Role.HOTLINE, BOB, "ja", "/tickets/" + ticket.number());
        assertThat(page.locator(DEEDS)).hasCount(50);
        page.getByText("経過の続き", exactly()).click();
        assertHistory(page, List.of(ANN, "閲覧した", "—"), List.of(BOB, "閲覧した", "—"), List.of(BOB, "閲覧した", "—"));
        assertThat(page.getByText("経過の続き", exactly())).hasCount(0);
        assertAccessible(page);
    }

    @Test
    void anInquiryIsHandedOverToSomebodyWhoIsNamed() {
        Response mine = assigned(ANN, ticket);
        Page page = visitAs(Role.HOTLINE, ANN, "ja", "/tickets/" + mine.path("summary.number"));
        page.locator("summary").click();
        page.evaluate("document.querySelector('main details form').noValidate = true");
        page.locator("details button").click();
        assertThat(page.locator("#assignee-fault-1")).isVisible();
        assertAccessible(page);
        forgiveComplaints(); // status 422

        page.fill("#assignee", BOB);
        page.locator("details button").click();
        assertThat(page.locator(".facts").first()).containsText(BOB);
        assertOffered(page, TAKE_ON, HAND_BACK, FINISH, HAND_OVER);
    }

    @Test
    void aMessageThatSaysNothingIsSentBack() {
        assigned(ANN, ticket);
        Page page = visitAs(Role.HOTLINE, ANN, "ja", "/tickets/" + ticket.number());
        page.selectOption("#kind", "QUESTION");
        page.selectOption("#faqEntry", "lost-card");
        page.getByText("送る", exactly()).click();

        assertThat(page.locator("#faqEntry-fault-1")).isVisible();
        assertThat(page.locator("#kind")).hasValue("QUESTION");
        assertAccessible(page);
        forgiveComplaints(); // status 422
    }

    @Test
    void anAgentTypesWhatACallerSaysAndReadsNumberAndCodeOut() {
        Page page = visitAs(Role.HOTLINE, ANN, "ja", "/tickets");
        page.getByText("電話の問い合わせを記録").click();
        page.evaluate("document.querySelector('main form').noValidate = true");
        page.fill("#contact", "090-1234-5678");
        page.getByText("登録する", exactly()).click();
        assertThat(page.locator("#text-fault-1")).isVisible();
        assertThat(page.locator("#contact")).hasValue("090-1234-5678");
        assertAccessible(page);
        forgiveComplaints(); // status 422

        page.selectOption("#language", "en");
        page.fill("#text", "The clinic says my card is not valid.");
        page.getByText("登録する", exactly()).click();
        String number = page.locator(".big.code").first().innerText();
        String code = page.locator(".big.code").last().innerText();
        assertThat(page.locator(".quote")).containsText("Received as " + number);
        assertAccessible(page);
        picture(page, "phone-receipt");
        page.getByText("この問い合わせを開く").click();
        assertThat(page.locator(".as-written").first()).containsText("my card is not valid");

        Page caller = visit("en", "/inquiry/reply");
        caller.fill("#number", number);
        caller.fill("#code", code);
        caller.getByText("Read", exactly()).click();
        assertThat(caller.locator(".as-written")).containsText("my card is not valid");
    }

    @Test
    void theListIsTakenAwayAsItIsNarrowed() throws Exception {
        String me = "dan-" + ticket.number().substring(0, 4).toLowerCase(Locale.ROOT);
        assigned(me, ticket);
        Sent nobodys = sent("まだだれも見ていない問い合わせ");
        Page page = visitAs(Role.HOTLINE, me, "ja", "/tickets");
        page.getByText("自分の担当").click();
        assertThat(page.locator(".chips [aria-current]")).hasText("自分の担当");
        Download list = page.waitForDownload(() -> page.getByText("CSV").click());

        assertThat(Files.readString(list.path(), StandardCharsets.UTF_8))
                .contains("受付番号", ticket.number())
                .doesNotContain(nobodys.number());
    }

    /** What can be done besides writing, in the order in which it stands there. */
    private static void assertOffered(Page page, String... ways) {
        assertThat(page.locator("form.stack button, main summary")).hasText(ways);
    }

    /** @param deeds who, what, and whose the inquiry was then; the oldest first */
    @SafeVarargs
    private static void assertHistory(Page page, List<String>... deeds) {
        assertThat(page.locator(DEEDS)).hasCount(deeds.length);
        for (int i = 0; i < deeds.length; i++) {
            assertThat(page.locator(DEEDS).nth(i).locator("td").allInnerTexts().stream()
                            .skip(1)
                            .map(text -> text.replaceAll("\\s+", " "))
                            .toList())
                    .isEqualTo(deeds[i]);
        }
    }

    private static Seen annSees(String path, String name) {
        return new Seen(path, name, Role.HOTLINE, ANN);
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }
}
