package jp.shikaku.inquiry.notice.delivery;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import jp.shikaku.inquiry.world.Calendar;
import jp.shikaku.inquiry.world.InquiryTest;
import jp.shikaku.inquiry.world.PostOffice;

import static io.restassured.RestAssured.given;
import static jp.shikaku.inquiry.notice.delivery.Office.addressee;
import static jp.shikaku.inquiry.notice.delivery.Office.link;
import static jp.shikaku.inquiry.notice.delivery.Office.operator;
import static jp.shikaku.inquiry.notice.delivery.Office.publish;
import static jp.shikaku.inquiry.notice.delivery.Office.published;
import static jp.shikaku.inquiry.notice.delivery.Office.recipients;
import static jp.shikaku.inquiry.notice.delivery.Office.subject;
import static jp.shikaku.inquiry.notice.delivery.Office.text;
import static jp.shikaku.inquiry.notice.delivery.Office.withdraw;
import static jp.shikaku.inquiry.notice.delivery.Office.word;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** What a notice says, who has read it, and what follows: at a real mail server. */
@InquiryTest
class NoticeDeliveryTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @TestHTTPResource(value = "clock-offset", management = true)
    URI adminPort;

    @Inject
    NoticeReminders reminders;

    PostOffice post;

    @AfterEach
    void backToOurTime() {
        new Calendar(adminPort).close();
    }

    private MimeMessage arrived(String email, int number) {
        await().atMost(SOON).until(() -> post.arrivedFor(email).size() >= number);
        return post.arrivedFor(email).get(number - 1);
    }

    private static void sent(String notice) {
        await().atMost(SOON).untilAsserted(() -> recipients(notice).then().body("items.mail", not(hasItem("WAITING"))));
    }

    @Test
    void noticeArrivesInTheLanguageOfItsAddresseeAndIsAcknowledgedByItsLink() throws MessagingException {
        String japanese = word() + "@example.jp";
        String english = word() + "@example.com";
        String notice = published("表示について", addressee(japanese, "ja"), addressee(english, "en"));

        MimeMessage mail = arrived(japanese, 1);
        assertThat(mail.getSubject()).isEqualTo("【周知】表示について");
        assertThat(mail.getFrom()[0]).hasToString("notices@shikaku.example");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(text(mail)).contains("協会 御中", "運用センター", "本文 <&> です。", "・お知らせください");
        assertThat(subject(arrived(english, 1))).isEqualTo("[Notice] English 表示について");
        assertThat(text(arrived(english, 1))).contains("The text.").doesNotContain("御中");

        sent(notice);
        given().get(link(mail)).then().statusCode(200).body("acknowledgedAt", nullValue());
        given().post(link(mail)).then().statusCode(200).body("acknowledgedAt", notNullValue());
        operator()
                .queryParam("acknowledged", "false")
                .get("/notices/" + notice + "/recipients")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].name.en", containsString("Association"))
                .body("items[0].sentAt", notNullValue());
    }

    @Test
    void scannerThatOpensEveryLinkAcknowledgesNothing() {
        String email = word() + "@example.jp";
        String notice = published("スキャナー", addressee(email, "ja"));
        String link = link(arrived(email, 1));

        for (int i = 0; i < 3; i++) {
            given().accept(ContentType.HTML)
                    .get(link)
                    .then()
                    .statusCode(200)
                    .header("Content-Security-Policy", containsString("default-src 'none'"))
                    .header("Cache-Control", equalTo("no-store"))
                    .body(containsString("確認しました</button>"));
            given().head(link).then().statusCode(200);
        }
        recipients(notice).then().body("items[0].acknowledgedAt", nullValue());

        given().redirects()
                .follow(false)
                .accept(ContentType.HTML)
                .header("Accept-Language", "en")
                .get(link)
                .then()
                .statusCode(303)
                .header("Location", endsWith("/en" + link));
        given().post("/en" + link).then().statusCode(403);
        recipients(notice).then().body("items[0].acknowledgedAt", nullValue());
        given().post(link).then().statusCode(200);
        String first = recipients(notice).path("items[0].acknowledgedAt");
        given().post(link).then().statusCode(200);
        recipients(notice).then().body("items[0].acknowledgedAt", equalTo(first));
    }

    @Test
    void forgedLinkDoesNotWork() {
        String email = word() + "@example.jp";
        published("偽造", addressee(email, "ja"));
        String link = link(arrived(email, 1));
        char last = link.charAt(link.length() - 5);
        String forged =
                link.substring(0, link.length() - 5) + (last == 'A' ? 'B' : 'A') + link.substring(link.length() - 4);

        given().get(forged).then().statusCode(404).body("code", equalTo("notice-link-unknown"));
        given().post(forged).then().statusCode(404);
        given().get("/notice-acknowledgements/short").then().statusCode(404);
    }

    @Test
    void newVersionAsksAgain() {
        String email = word() + "@example.jp";
        String addressee = addressee(email, "ja");
        String notice = published("初版", addressee);
        String old = link(arrived(email, 1));
        given().post(old).then().statusCode(200);

        publish(notice, "改訂", null, addressee).then().statusCode(428);
        publish(notice, "改訂", "\"1\"", addressee).then().statusCode(200).header("ETag", "\"2\"");
        publish(notice, "改訂", "\"1\"", addressee).then().statusCode(412);

        assertThat(subject(arrived(email, 2))).isEqualTo("【周知・第2版】改訂");
        recipients(notice).then().body("items[0].version", equalTo(2)).body("items[0].acknowledgedAt", nullValue());
        given().get(old).then().body("currentVersion", equalTo(2)).body("version", equalTo(1));
        given().get("/notices/" + notice).then().body("title.ja", equalTo("改訂"));
        given().get("/notices/" + notice + "/versions").then().body("version", contains(2, 1));
    }

    @Test
    void withdrawalIsMailedAndNobodyIsRemindedAnyMore() {
        String email = word() + "@example.jp";
        String notice = published("取り消す通知", addressee(email, "ja"));
        arrived(email, 1);
        sent(notice);

        withdraw(notice, 1).then().statusCode(200).body("reason.ja", equalTo("誤りがありました"));
        withdraw(notice, 1).then().statusCode(409).body("code", equalTo("notice-withdrawn"));
        MimeMessage mail = arrived(email, 2);
        assertThat(subject(mail)).isEqualTo("【取消し】取り消す通知");
        assertThat(text(mail)).contains("誤りがありました");

        recipients(notice).then().body("items[0].remindOn", nullValue());
        given().get("/notices").then().body("id", not(hasItem(notice)));
        operator()
                .header("If-Match", "\"1\"")
                .body("{}")
                .put("/notices/" + notice + "/distribution")
                .then()
                .statusCode(409);
    }

    @Test
    void whoDoesNotAcknowledgeIsRemindedTwiceInWorkingDays() {
        String email = word() + "@example.jp";
        String read = word() + "@example.jp";
        String notice = published("催促", addressee(email, "ja"), addressee(read, "ja"));
        given().post(link(arrived(read, 1))).then().statusCode(200);
        arrived(email, 1);
        sent(notice);
        assertThat(recipients(notice).<List<String>>path("items.remindOn"))
                .filteredOn(day -> day != null)
                .hasSize(1);

        remindedAfterDays(1);
        remindedAfterDays(20);
        assertThat(subject(arrived(email, 2))).isEqualTo("【ご確認のお願い】催促");
        remindedAfterDays(40);
        arrived(email, 3);
        remindedAfterDays(80);

        String marker = word() + "@example.jp";
        published("目印", addressee(marker, "ja"));
        arrived(marker, 1);
        assertThat(post.arrivedFor(email)).hasSize(3);
        assertThat(post.arrivedFor(read)).hasSize(1);
        given().post(link(arrived(email, 3))).then().statusCode(200);
        operator()
                .queryParam("acknowledged", "false")
                .get("/notices/" + notice + "/recipients")
                .then()
                .body("items", empty());
    }

    private void remindedAfterDays(int days) {
        new Calendar(adminPort).later(Duration.ofDays(days));
        reminders.remind().await().atMost(SOON);
    }

    /** Named besides, it gets one mail all the same; who joins the group later is in the next notice and not in this one. */
    @Test
    void noticeToAGroupReachesEachOfItsMembersOnceAndNobodyElse() {
        String member = word();
        String outsider = word();
        inGroup(member, "\"ministries-and-agencies\"", null);
        addressee(outsider + "@example.jp", "ja");
        String notice = "2026-11-20-" + word();
        operator()
                .body(
                        """
                        {"date":"2026-11-20","issuers":[{"ja":"運用","en":"Operations"}],
                         "title":{"ja":"グループ宛て","en":"To a group"},"summary":{"ja":"本文","en":"Text"},"requests":[],
                         "sources":[{"title":{"ja":"出典","en":"Source"},"url":"https://www.mhlw.go.jp/stf/newpage_08277.html"}],
                         "groups":["ministries-and-agencies"],"addressees":["%s"]}"""
                                .formatted(member))
                .put("/notices/" + notice)
                .then()
                .statusCode(200);

        assertThat(subject(arrived(member + "@example.jp", 1))).contains("グループ宛て");
        List<String> recipients = operator()
                .queryParam("limit", 100)
                .get("/notices/" + notice + "/recipients")
                .path("items.addresseeId");
        assertThat(recipients).containsOnlyOnce(member).hasSizeGreaterThan(5).doesNotContain(outsider);
        assertThat(post.arrivedFor(member + "@example.jp")).hasSize(1);
        assertThat(post.arrivedFor(outsider + "@example.jp")).isEmpty();
        inGroup(member, "", "\"1\"");
    }

    /** @param ifMatch {@code null} for a new one */
    private static void inGroup(String addressee, String groups, String ifMatch) {
        RequestSpecification request = operator();
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        request.body(
                        """
                        {"name":{"ja":"省","en":"Ministry"},"email":"%1$s@example.jp","language":"ja","groups":[%2$s]}"""
                                .formatted(addressee, groups))
                .put("/notice-addressees/" + addressee)
                .then()
                .statusCode(200);
    }

    @Test
    void listOfTheFirstNoticeIsThereFromTheBeginning() {
        operator()
                .queryParam("group", "medical-associations")
                .get("/notice-addressees")
                .then()
                .statusCode(200)
                .body("items.id", contains("dental-association", "medical-association", "pharmaceutical-association"));
        operator()
                .header("If-Match", "\"1\"")
                .body("{}")
                .put("/notices/2023-06-06-display/distribution")
                .then()
                .statusCode(200)
                .body("all", equalTo(39));
        operator()
                .queryParam("limit", 10)
                .get("/notices/2023-06-06-display/recipients")
                .then()
                .body("items", hasSize(10))
                .body("next", notNullValue());
    }
}
