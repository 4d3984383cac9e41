package jp.shikaku.inquiry.notice.feed;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import jp.shikaku.inquiry.world.InquiryTest;
import jp.shikaku.kit.testing.Tokens;
import jp.shikaku.local.identity.Role;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;

/** The feed is an Atom document whose ids stay and whose updates tell. */
@InquiryTest
class NoticeFeedTest {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String FIRST = "urn:shikaku:notice:2023-06-06-display";

    private static Response feed(String language) {
        Response feed = given().queryParam("lang", language).get("/notices.atom");
        feed.then().statusCode(200).contentType(startsWith("application/atom+xml"));
        return feed;
    }

    private static Element parsed(Response feed) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(feed.asByteArray()))
                .getDocumentElement();
    }

    private static List<String> texts(Element in, String name) {
        NodeList found = in.getElementsByTagNameNS(ATOM, name);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            texts.add(found.item(i).getTextContent());
        }
        return texts;
    }

    @Test
    void feedIsWellFormedInBothLanguages() throws Exception {
        Element japanese = parsed(feed("ja"));
        assertThat(japanese.getNamespaceURI()).isEqualTo(ATOM);
        assertThat(japanese.getAttribute("xml:lang")).isEqualTo("ja");
        assertThat(texts(japanese, "id")).doesNotHaveDuplicates().contains("urn:shikaku:notices:ja", FIRST + ":ja");
        assertThat(texts(japanese, "title")).contains("オンライン資格確認等システムの表示等について（周知依頼）");
        assertThat(texts(japanese, "updated"))
                .allMatch(moment -> moment.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?\\+09:00"));

        Element english = parsed(feed("en"));
        assertThat(texts(english, "id")).contains(FIRST + ":en");
        assertThat(texts(english, "title")).anyMatch(title -> title.startsWith("On the displays"));
        given().queryParam("lang", "fr").get("/notices.atom").then().statusCode(422);
    }

    @Test
    void unchangedFeedIsNotSentAgainAndAWithdrawalChangesIt() throws Exception {
        String id = "2026-11-19-feed-test";
        Tokens.as(Role.OPERATOR, "olga")
                .contentType(ContentType.JSON)
                .body(
                        """
                        {"date":"2026-11-19","issuers":[{"ja":"運用","en":"Operations"}],
                         "title":{"ja":"<b>&題","en":"Title"},"summary":{"ja":"本文","en":"Text"},"requests":[],
                         "sources":[{"title":{"ja":"出典","en":"Source"},"url":"https://www.mhlw.go.jp/?a=1&b=2"}],
                         "groups":["medical-associations"]}""")
                .put("/notices/" + id)
                .then()
                .statusCode(200);
        Response before = feed("ja");
        assertThat(texts(parsed(before), "title")).contains("<b>&題");
        given().queryParam("lang", "ja")
                .header("If-None-Match", before.header("ETag"))
                .get("/notices.atom")
                .then()
                .statusCode(304);

        Tokens.as(Role.OPERATOR, "olga")
                .contentType(ContentType.JSON)
                .header("If-Match", "\"1\"")
                .body("{\"reason\":{\"ja\":\"誤り\",\"en\":\"Wrong\"}}")
                .post("/notices/" + id + "/withdrawal")
                .then()
                .statusCode(200);
        Response after = given().queryParam("lang", "ja")
                .header("If-None-Match", before.header("ETag"))
                .get("/notices.atom");
        after.then().statusCode(200);
        assertThat(texts(parsed(after), "title")).contains("【取消し】<b>&題");
        assertThat(texts(parsed(after), "summary")).contains("誤り");
        assertThat(texts(parsed(after), "id")).containsExactlyInAnyOrderElementsOf(texts(parsed(before), "id"));
    }
}
