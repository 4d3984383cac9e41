package jp.shikaku.inquiry.notice.delivery;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import jakarta.mail.internet.MimeMessage;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import jp.shikaku.inquiry.world.InquiryTest;
import jp.shikaku.inquiry.world.PostOffice;
import jp.shikaku.kit.testing.ServiceEnvironment;
import jp.shikaku.local.postgres.LocalPostgres;

import static io.restassured.RestAssured.given;
import static jp.shikaku.inquiry.notice.delivery.Office.addressee;
import static jp.shikaku.inquiry.notice.delivery.Office.operator;
import static jp.shikaku.inquiry.notice.delivery.Office.published;
import static jp.shikaku.inquiry.notice.delivery.Office.put;
import static jp.shikaku.inquiry.notice.delivery.Office.recipients;
import static jp.shikaku.inquiry.notice.delivery.Office.subject;
import static jp.shikaku.inquiry.notice.delivery.Office.word;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

/** No mail is lost and none is sent twice or too fast, whatever happens to the mail server and to us. */
@InquiryTest
class MailOutboxTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @TestHTTPResource(value = "health/ready", management = true)
    URI ready;

    PostOffice post;
    LocalPostgres postgres;

    private MimeMessage arrived(String email, int number) {
        await().atMost(SOON).until(() -> post.arrivedFor(email).size() >= number);
        return post.arrivedFor(email).get(number - 1);
    }

    private static void sent(String notice) {
        await().atMost(SOON).untilAsserted(() -> recipients(notice).then().body("items.mail", not(hasItem("WAITING"))));
    }

    @Test
    void whileTheMailServerIsAwayNothingIsLost() {
        String email = word() + "@example.jp";
        String addressee = addressee(email, "ja");
        post.close();
        String notice;
        try {
            notice = published("停止中", addressee);
            await().atMost(SOON).until(() -> attempts(notice) >= 2);
            recipients(notice).then().body("items[0].mail", equalTo("WAITING"));
            operator()
                    .get("/notice-mail")
                    .then()
                    .body("configured", equalTo(true))
                    .body("waiting", greaterThanOrEqualTo(1));
        } finally {
            post.open();
        }
        assertThat(subject(arrived(email, 1))).isEqualTo("【周知】停止中");
    }

    @Test
    void mailOfAKilledReplicaIsSentWhenItsLeaseRunsOut() throws SQLException {
        String addressee = addressee(null, "ja");
        String email = word() + "@example.jp";
        String notice = published("中断", addressee);
        // As a replica leaves it that took the mail and was killed before it had sent it.
        execute(
                1,
                "update notice_mail set attempts = 1, last_attempt_at = now(), next_attempt_at = now() + interval '2 seconds'"
                        + " where recipient_id in (select id from notice_recipient where notice_id = '" + notice
                        + "')");
        put(addressee, email, "ja", "\"1\"").then().statusCode(200);

        assertThat(post.arrivedFor(email)).isEmpty();
        arrived(email, 1);
        sent(notice);
        assertThat(post.arrivedFor(email)).hasSize(1);
    }

    @Test
    void mailWaitsForAnAddressAndIsTold() {
        String addressee = addressee(null, "ja");
        String notice = published("宛先なし", addressee);
        recipients(notice).then().body("items[0].mail", equalTo("NO_ADDRESS"));
        operator()
                .queryParam("withoutEmail", "true")
                .queryParam("after", addressee.substring(0, addressee.length() - 1))
                .get("/notice-addressees")
                .then()
                .body("items.id", hasItem(addressee));

        String email = word() + "@example.jp";
        put(addressee, email, "ja", null).then().statusCode(428);
        put(addressee, email, "ja", "\"7\"").then().statusCode(412);
        put(addressee, "nobody", "ja", "\"1\"").then().statusCode(422).body("errors[0].code", equalTo("email-address"));
        put(addressee, email, "ja", "\"1\"").then().statusCode(200).header("ETag", "\"2\"");
        arrived(email, 1);
    }

    @Test
    void everyAddresseeGetsAVersionOnceHoweverOftenItIsSent() {
        String email = word() + "@example.jp";
        String addressee = addressee(email, "ja");
        String notice = published("一度だけ", addressee);
        arrived(email, 1);

        for (int i = 0; i < 2; i++) {
            operator()
                    .header("If-Match", "\"1\"")
                    .body("{\"addressees\":[\"%s\"]}".formatted(addressee))
                    .put("/notices/" + notice + "/distribution")
                    .then()
                    .statusCode(200)
                    .body("added", equalTo(0))
                    .body("all", equalTo(1));
        }
        String marker = word() + "@example.jp";
        published("あとから", addressee(marker, "ja"));
        arrived(marker, 1);
        assertThat(post.arrivedFor(email)).hasSize(1);
    }

    @Test
    void rateIsKeptByAllReplicasTogether() throws SQLException {
        String addressee = addressee(null, "ja");
        String notice = published("速さ", addressee);
        // As many as go out in a minute, sent just now by another replica.
        String recipient = "(select id from notice_recipient where notice_id = '" + notice + "')";
        execute(
                1000,
                "insert into notice_mail (id, recipient_id, kind, number, status, last_attempt_at)"
                        + " select gen_random_uuid(), r.id, 'REMINDER', n, 'CANCELLED', now() from " + recipient
                        + " r, generate_series(1001, 2000) n");
        String email = word() + "@example.jp";
        put(addressee, email, "ja", "\"1\"").then().statusCode(200);

        await().during(Duration.ofSeconds(2)).atMost(SOON).until(() -> post.arrivedFor(email)
                .isEmpty());
        execute(
                1000,
                "update notice_mail set last_attempt_at = now() - interval '61 seconds' where kind = 'REMINDER'"
                        + " and recipient_id in " + recipient);
        arrived(email, 1);
    }

    @Test
    void givenUpMailIsShownAndSentAgain() throws SQLException {
        String addressee = addressee(null, "ja");
        String notice = published("死んだ手紙", addressee);
        execute(
                1,
                "update notice_mail set status = 'DEAD', failure = 'smtp-550', settled_at = now()"
                        + " where recipient_id in (select id from notice_recipient where notice_id = '" + notice
                        + "')");
        recipients(notice).then().body("items[0].mail", equalTo("DEAD"));
        Response dead = operator().queryParam("limit", 100).get("/notice-dead-letters");
        dead.then().statusCode(200).body("items.noticeId", hasItem(notice));
        String id = dead.path("items.find { it.noticeId == '" + notice + "' }.id");
        String email = word() + "@example.jp";
        put(addressee, email, "ja", "\"1\"").then().statusCode(200);

        operator().post("/notice-dead-letters/" + id + "/retry").then().statusCode(204);
        arrived(email, 1);
        operator()
                .post("/notice-dead-letters/" + id + "/retry")
                .then()
                .statusCode(404)
                .body("code", equalTo("notice-dead-letter-not-found"));
    }

    @Test
    void readinessTellsWhatWaits() {
        // Another test may have had the database away just before.
        await().atMost(SOON).untilAsserted(() -> given().get(ready)
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'notice mail' }.data.configured", equalTo(true)));
    }

    private int attempts(String notice) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "select max(m.attempts) from notice_mail m join notice_recipient r on r.id = m.recipient_id"
                                + " where r.notice_id = '" + notice + "'")) {
            found.next();
            return found.getInt(1);
        }
    }

    private void execute(int rows, String sql) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(rows);
        }
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(
                postgres.jdbcUrl(ServiceEnvironment.DATABASE), postgres.user(), postgres.password());
    }
}
