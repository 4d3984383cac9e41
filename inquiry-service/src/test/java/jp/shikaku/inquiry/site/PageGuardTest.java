package jp.shikaku.inquiry.site;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import jp.shikaku.inquiry.world.Answers;
import jp.shikaku.inquiry.world.InquiryTest;
import jp.shikaku.inquiry.world.Sisters;
import jp.shikaku.kit.testing.Tokens;
import jp.shikaku.local.identity.Role;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

/** What pages do not let through: strangers, other roles, forms that are not ours, and scripts within a page. */
@InquiryTest
class PageGuardTest {

    private static final String SESSION = "inquiry-service-session";
    private static final String FORM = "inquiry-service-form";

    Sisters sisters;

    @Test
    void whoHasNotSignedInIsSentToSignInAndComesBack() {
        browser()
                .get("/ja/casefiles?number=ABC")
                .then()
                .statusCode(303)
                .header("Location", containsString("/ja/sign-in?next=%2Fja%2Fcasefiles%3Fnumber%3DABC"));
    }

    @Test
    void aSessionThatHasRunOutIsNone() {
        String old = Tokens.token(Role.HOTLINE, "agent-7", Duration.ofHours(-1));

        browser().cookie(SESSION, old).get("/ja/casefiles").then().statusCode(303);
        browser().cookie(SESSION, old).get("/ja").then().statusCode(200).body(not(containsString("agent-7")));
        browser().cookie(SESSION, "nonsense").get("/ja").then().statusCode(200);
    }

    @Test
    void anotherRoleIsToldSoOnAPage() {
        browser()
                .cookie(SESSION, Tokens.token(Role.OPERATOR, "op-1", Duration.ofMinutes(5)))
                .get("/ja/casefiles")
                .then()
                .statusCode(403)
                .contentType(startsWith("text/html"));
    }

    /** A browser sends cookies along wherever it is made to call: at the interface of programs they must open nothing. */
    @Test
    void aSessionOpensPagesAndNothingElse() {
        sisters.bothAnswer();
        String session = Tokens.token(Role.HOTLINE, "agent-7", Duration.ofMinutes(5));
        String number = Answers.NUMBER.display();

        browser()
                .cookie(SESSION, session)
                .get("/ja/casefiles?number=" + number)
                .then()
                .statusCode(200);
        given().cookie(SESSION, session).get("/casefiles/" + number).then().statusCode(401);
    }

    @Test
    void aFormOfOursIsAccepted() {
        Response page = browser().get("/ja/sign-in");

        signIn(page.cookie(FORM), token(page)).then().statusCode(303).cookie(SESSION);
    }

    @Test
    void aFormWithoutTheTokenOfItsBrowserIsRefused() {
        Response page = browser().get("/ja/sign-in");
        Response another = browser().get("/ja/sign-in");

        for (String wrong : List.of("", "x", token(another), token(page) + "x")) {
            signIn(page.cookie(FORM), wrong).then().statusCode(403).contentType(startsWith("text/html"));
        }
        signIn("", token(page)).then().statusCode(403);
    }

    @Test
    void aFormThatBeganOnAnotherSiteIsRefusedWhateverItCarries() {
        Response page = browser().get("/ja/sign-in");

        form(page.cookie(FORM), token(page))
                .header("Sec-Fetch-Site", "cross-site")
                .post("/ja/sign-in")
                .then()
                .statusCode(403);
    }

    @Test
    void theTokenOfOneSessionIsNotThatOfAnother() {
        String mine = Tokens.token(Role.HOTLINE, "agent-7", Duration.ofMinutes(5));
        String theirs = Tokens.token(Role.HOTLINE, "agent-8", Duration.ofMinutes(5));
        String token = token(browser().cookie(SESSION, mine).get("/ja/casefiles"));

        browser()
                .cookie(SESSION, theirs)
                .formParam("formToken", token)
                .post("/ja/sign-out")
                .then()
                .statusCode(403);
        browser()
                .cookie(SESSION, mine)
                .formParam("formToken", token)
                .post("/ja/sign-out")
                .then()
                .statusCode(303)
                .header("Set-Cookie", containsString("Max-Age=0"));
    }

    @Test
    void aTokenThatIsNotOursSignsNobodyIn() {
        Response page = browser().get("/ja/sign-in");

        browser()
                .cookie(FORM, page.cookie(FORM))
                .formParam("formToken", token(page))
                .formParam("token", "a.b.c")
                .post("/ja/sign-in")
                .then()
                .statusCode(422)
                .header("Set-Cookie", nullValue());
    }

    /** Nothing may be signed by whoever asks unless a deployment says so. */
    @Test
    void withoutALocalKeyNobodySaysWhoTheyAre() {
        Response page = browser().get("/ja/sign-in");

        page.then().body(not(containsString("name=\"role\"")));
        browser()
                .cookie(FORM, page.cookie(FORM))
                .formParam("formToken", token(page))
                .formParam("role", "hotline")
                .formParam("id", "agent-7")
                .post("/ja/sign-in")
                .then()
                .statusCode(422)
                .header("Set-Cookie", nullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.example/", "//evil.example/", "/ja/../x", "/faq", "/ja/faq\\x", "/ja//evil.example"
            })
    void signingInLeadsToPagesOfOursOnly(String next) {
        Response page = browser().get("/ja/sign-in");

        form(page.cookie(FORM), token(page))
                .formParam("next", next)
                .post("/ja/sign-in")
                .then()
                .statusCode(303)
                .header("Location", not(containsString("evil")))
                .header("Location", containsString("/ja/casefiles"));
    }

    @Test
    void cookiesStayAwayFromScriptsAndOtherSites() {
        Response page = browser().get("/ja/sign-in");

        Stream.of(page, signIn(page.cookie(FORM), token(page)))
                .map(answer -> answer.header("Set-Cookie"))
                .forEach(cookie -> assertThat(cookie).contains("HTTPOnly").contains("SameSite=Lax"));
    }

    @Test
    void nothingButFilesOfOursRunsInAPage() {
        browser()
                .get("/ja")
                .then()
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Content-Security-Policy", not(containsString("unsafe")))
                .header("X-Content-Type-Options", "nosniff")
                .body(not(containsString("style=")))
                .body(not(containsString("onclick")));
    }

    @Test
    void filesAreKeptForGoodUnderTheirContentAndNoLonger() {
        String page = browser().get("/ja").asString();
        String css = page.replaceAll("(?s).*href=\"(/assets/[^\"]+shikaku.css)\".*", "$1");

        given().get(css).then().statusCode(200).header("Cache-Control", containsString("immutable"));
        given().get("/assets/000000000000/shikaku.css").then().statusCode(200).header("Cache-Control", "no-cache");
        given().get("/assets/000000000000/none.css").then().statusCode(404);
    }

    @Test
    void aBrowserThatNamesNoPageIsLedToItsLanguage() {
        browser()
                .header("Accept-Language", "en-GB")
                .get("/")
                .then()
                .statusCode(302)
                .header("Location", "/en");
        browser()
                .header("Accept-Language", "fr")
                .get("/")
                .then()
                .statusCode(302)
                .header("Location", "/ja");
    }

    @Test
    void aPageThatIsNotThereIsAPageAndAProgramStillGetsAProblem() {
        browser().get("/en/nowhere").then().statusCode(404).contentType(startsWith("text/html"));
        browser().get("/nowhere").then().statusCode(404).contentType(startsWith("text/html"));
        given().get("/nowhere").then().statusCode(404).body("code", equalTo("path-unknown"));
        given().get("/faq/nowhere").then().statusCode(404).body("code", equalTo("faq-not-found"));
    }

    @Test
    void whatIsSearchedForIsShownAsText() {
        browser()
                .queryParam("q", "<script>alert(1)</script>")
                .get("/ja/faq")
                .then()
                .statusCode(200)
                .body(not(containsString("<script>alert")));
    }

    private static Response signIn(String cookie, String token) {
        return form(cookie, token).post("/ja/sign-in");
    }

    private static RequestSpecification form(String cookie, String token) {
        return browser()
                .cookie(FORM, cookie)
                .formParam("formToken", token)
                .formParam("token", Tokens.token(Role.HOTLINE, "agent-7", Duration.ofMinutes(5)));
    }

    private static String token(Response page) {
        return page.asString().replaceAll("(?s).*?name=\"formToken\" value=\"([^\"]*)\".*", "$1");
    }

    private static RequestSpecification browser() {
        return given().redirects().follow(false).accept("text/html,application/xhtml+xml");
    }
}
