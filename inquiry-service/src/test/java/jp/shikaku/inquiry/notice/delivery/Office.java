package jp.shikaku.inquiry.notice.delivery;

import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.mail.internet.MimeMessage;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import jp.shikaku.kit.testing.Tokens;
import jp.shikaku.local.identity.Role;

import static org.assertj.core.api.Assertions.assertThat;

/** An operator who publishes notices to addressees of the test's own. */
final class Office {

    private static final Pattern LINK = Pattern.compile("https://inquiry\\.example(/notice-acknowledgements/\\S+)");

    private Office() {}

    static RequestSpecification operator() {
        return Tokens.as(Role.OPERATOR, "olga").contentType(ContentType.JSON);
    }

    static String word() {
        return "t" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** A new addressee; its id. @param email {@code null} for none */
    static String addressee(String email, String language) {
        String id = word();
        put(id, email, language, null).then().statusCode(200);
        return id;
    }

    static Response put(String id, String email, String language, String ifMatch) {
        RequestSpecification request = operator();
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.body("{\"name\":{\"ja\":\"%1$s 協会\",\"en\":\"Association %1$s\"},%2$s\"language\":\"%3$s\"}"
                        .formatted(id, email == null ? "" : "\"email\":\"" + email + "\",", language))
                .put("/notice-addressees/" + id);
    }

    static String newNotice() {
        return "2026-11-20-" + word();
    }

    static Response publish(String id, String title, String ifMatch, String... addressees) {
        RequestSpecification request = operator();
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.body(
                        """
                        {"date":"2026-11-20","issuers":[{"ja":"運用センター","en":"Operations"}],
                         "title":{"ja":"%1$s","en":"English %1$s"},"summary":{"ja":"本文 <&> です。","en":"The text."},
                         "requests":[{"ja":"お知らせください","en":"Please tell"}],
                         "sources":[{"title":{"ja":"出典","en":"Source"},"url":"https://www.mhlw.go.jp/stf/newpage_08277.html"}],
                         "groups":[],"addressees":["%2$s"]}"""
                                .formatted(title, String.join("\",\"", addressees)))
                .put("/notices/" + id);
    }

    static String published(String title, String... addressees) {
        String id = newNotice();
        publish(id, title, null, addressees).then().statusCode(200).header("ETag", "\"1\"");
        return id;
    }

    static Response withdraw(String id, int version) {
        return operator()
                .header("If-Match", "\"" + version + "\"")
                .body("{\"reason\":{\"ja\":\"誤りがありました\",\"en\":\"It was wrong\"}}")
                .post("/notices/" + id + "/withdrawal");
    }

    static Response recipients(String id) {
        return operator().get("/notices/" + id + "/recipients");
    }

    /** How many mails are still to be sent. */
    static int waiting(String notice) {
        return operator()
                .queryParam("limit", 100)
                .get("/notices/" + notice + "/recipients")
                .then()
                .statusCode(200)
                .extract()
                .<List<String>>path("items.mail")
                .stream()
                .mapToInt(mail -> mail.equals("SENT") ? 0 : 1)
                .sum();
    }

    static String text(MimeMessage message) {
        try {
            return message.getContent().toString();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static String subject(MimeMessage message) {
        try {
            return message.getSubject();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The path of the link to acknowledge by. */
    static String link(MimeMessage message) {
        Matcher link = LINK.matcher(text(message));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }
}
