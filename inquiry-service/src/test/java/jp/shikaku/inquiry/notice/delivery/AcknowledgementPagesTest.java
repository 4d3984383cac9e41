package jp.shikaku.inquiry.notice.delivery;

import java.util.List;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

import jp.shikaku.inquiry.world.InquiryTest;
import jp.shikaku.inquiry.world.PostOffice;
import jp.shikaku.kit.testing.browser.PageSuite;
import jp.shikaku.kit.testing.browser.Seen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static jp.shikaku.inquiry.notice.delivery.Office.addressee;
import static jp.shikaku.inquiry.notice.delivery.Office.link;
import static jp.shikaku.inquiry.notice.delivery.Office.publish;
import static jp.shikaku.inquiry.notice.delivery.Office.published;
import static jp.shikaku.inquiry.notice.delivery.Office.recipients;
import static jp.shikaku.inquiry.notice.delivery.Office.withdraw;
import static jp.shikaku.inquiry.notice.delivery.Office.word;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.notNullValue;

/** What is behind the link of a mail, for whoever opens it in a browser. */
@InquiryTest
class AcknowledgementPagesTest extends PageSuite {

    PostOffice post;

    private List<Seen> seen;

    @Override
    protected String service() {
        return "inquiry-service";
    }

    /** A notice that was not acknowledged, one that was, one of which there is a newer version, one that was withdrawn. */
    @Override
    protected List<Seen> pages() {
        if (seen == null) {
            String read = mailed("読んだ");
            given().post(read).then().statusCode(200);
            String to = word();
            String addressee = addressee(to + "@example.jp", "ja");
            String replaced = published("古い版", addressee);
            String old = arrived(to);
            publish(replaced, "新しい版", "\"1\"", addressee).then().statusCode(200);
            String also = word();
            String withdrawn = published("取り消す", addressee(also + "@example.jp", "ja"));
            String gone = arrived(also);
            withdraw(withdrawn, 1).then().statusCode(200);
            seen = List.of(
                    Seen.open(mailed("まだ"), "acknowledge"),
                    Seen.open(read, "acknowledged"),
                    Seen.open(old, "acknowledge-newer"),
                    Seen.open(gone, "acknowledge-withdrawn"));
        }
        return seen;
    }

    /** A link that was cut off on its way, or that we have never sent. */
    @Override
    protected List<Seen> states() {
        return List.of(
                Seen.open("/notice-acknowledgements/nonsense", "acknowledge-wrong")
                        .refused(404),
                Seen.open(pages().get(0).path().replaceFirst("..$", ""), "acknowledge-cut")
                        .refused(404));
    }

    @Test
    void theLinkOfAMailLeadsToAButtonAndTheButtonAcknowledges() {
        String to = word();
        String notice = published("押してください", addressee(to + "@example.jp", "ja"));
        Page page = visit("ja", "");
        page.navigate(address(arrived(to)));
        assertThat(page.locator("h1")).containsText("押してください");
        page.getByText("確認しました").click();

        assertThat(page.locator(".box.good")).containsText("確認済み");
        assertAccessible(page);
        recipients(notice).then().body("items[0].acknowledgedAt", notNullValue());
    }

    @Test
    void whoFollowsTheAddressOfAWithdrawnNoticeReadsThatItHoldsNoMore() {
        String notice = published("取り消される", addressee(word() + "@example.jp", "ja"));
        publish(notice, "新しい版", "\"1\"", addressee(word() + "@example.jp", "ja"))
                .then()
                .statusCode(200);
        Page page = visit("ja", "/notices/" + notice);
        assertThat(page.locator(".box.bad")).hasCount(0);
        assertThat(page.locator("ol.list > li")).hasCount(2);
        assertAccessible(page);
        withdraw(notice, 2).then().statusCode(200);

        page.reload();
        assertThat(page.locator(".box.bad")).containsText("取り消されました");
        assertThat(page.locator(".box.bad")).containsText("誤りがありました");
        assertAccessible(page);
        picture(page, "notice-withdrawn");
    }

    @Test
    void theButtonWorksWithoutScriptsToo() {
        Page page = withoutScripts(Seen.open(mailed("スクリプトなし"), ""), "en");
        page.getByText("I have read it").click();

        assertThat(page.locator(".box.good")).containsText("Acknowledged");
    }

    private String mailed(String title) {
        String to = word();
        published(title, addressee(to + "@example.jp", "ja"));
        return arrived(to);
    }

    private String arrived(String to) {
        String email = to + "@example.jp";
        await().until(() -> !post.arrivedFor(email).isEmpty());
        return link(post.arrivedFor(email).get(0));
    }
}
