package jp.shikaku.inquiry.site;

import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import jp.shikaku.inquiry.world.InquiryTest;
import jp.shikaku.kit.testing.browser.Seen;
import jp.shikaku.kit.testing.keycloak.KeycloakServer;
import jp.shikaku.kit.testing.keycloak.NeedsKeycloak;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** People sign in at a real provider, and are renewed, known and signed out by it. */
@InquiryTest
@ExtendWith(NeedsKeycloak.class)
@TestProfile(ProviderSignInTest.AtKeycloak.class)
class ProviderSignInTest extends SignInSuite {

    public static final class AtKeycloak implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(KeycloakServer.class));
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.log.category.\"io.quarkus.oidc\".level", "WARN");
        }
    }

    @Override
    protected List<Seen> pages() {
        return List.of(
                Seen.open("/sign-in", "sign-in-provider"),
                Seen.open("/sign-in?failed=provider", "sign-in-failed"),
                Seen.open("/sign-in?failed=role", "sign-in-no-role"));
    }

    @Test
    void anAgentSignsInAtTheProviderAndComesToWhatWasWanted() {
        Page page = visit("en", "/casefiles?number=1234");
        assertThat(page.url()).contains("/en/sign-in?next=");
        atProvider(page, "hotaru");

        assertThat(page).hasURL(address("/en/casefiles?number=1234"));
        assertThat(page.locator(".who-name")).containsText("agent-7");
        assertAccessible(page);
    }

    @Test
    void anOperatorWhoWantedNothingInParticularBeginsWhereOperatorsWork() {
        Page page = visit("ja", "/sign-in");
        atProvider(page, "olga");

        assertThat(page).hasURL(address("/ja/faq-drafts"));
        page.navigate(address("/ja/casefiles"));
        assertThat(page.locator(".status-number")).hasText("403");
        forgiveComplaints(); // status 403
    }

    @Test
    void aSessionIsRenewedWhileSomebodyWritesAndTheFormStaysGood() {
        Page page = visit("ja", "/sign-in");
        atProvider(page, "olga");
        page.navigate(address("/ja/notice-office/addressees/new"));
        String before = session(page);
        KeycloakServer.awaitTokensToRunOut();

        page.fill("#id", "renewed");
        page.fill("#nameJa", "更新協会");
        page.fill("#nameEn", "Renewed association");
        page.getByText("保存する", new Page.GetByTextOptions().setExact(true)).click();

        assertThat(page).hasURL(address("/ja/notice-office/addressees"));
        assertThat(page.locator(".list")).containsText("更新協会");
        assertThat(session(page)).isNotEqualTo(before);
    }

    @Test
    void aSessionOpensPagesAndNothingElse() {
        Page page = visit("ja", "/sign-in");
        atProvider(page, "olga");
        RequestSpecification program = given();
        for (Cookie cookie : page.context().cookies()) {
            program.cookie(cookie.name, cookie.value);
        }

        program.get("/faq-drafts").then().statusCode(401);
    }

    @Test
    void whoHasNoRoleHereIsToldSoAndNotLeftHalfSignedIn() {
        Page page = visit("ja", "/sign-in");
        atProvider(page, "nobody");

        assertThat(page).hasURL(address("/ja/sign-in?failed=role"));
        assertThat(page.locator(".box.bad")).containsText("役割がありません");
        assertAccessible(page);
        page.getByText("所属組織のアカウントでサインイン").click();
        assertThat(page.locator("#username")).isVisible();
    }

    @Test
    void signingOutEndsItAtTheProviderToo() {
        Page page = visit("ja", "/sign-in");
        atProvider(page, "olga");
        page.locator(".who button").click();

        assertThat(page).hasURL(address("/ja"));
        assertThat(page.locator(".who")).hasCount(0);
        page.navigate(address("/ja/faq-drafts"));
        page.getByText("所属組織のアカウントでサインイン").click();
        assertThat(page.locator("#username")).isVisible();
    }

    @Test
    void aWayBackThatNobodyBeganSignsNobodyIn() {
        given().redirects()
                .follow(false)
                .get("/ja/sign-in/provider?state=x&code=y")
                .then()
                .statusCode(303);
        given().redirects()
                .follow(false)
                .cookie("q_session_Default_inquiry-service", "nonsense")
                .get("/ja/faq-drafts")
                .then()
                .statusCode(303);
    }

    private void atProvider(Page page, String user) {
        page.click("main .button.main");
        page.fill("#username", user);
        page.fill("#password", KeycloakServer.PASSWORD);
        page.click("#kc-login");
        forgiveComplaints(); // of the provider's pages
    }

    private static String session(Page page) {
        return page.context().cookies().stream()
                .filter(cookie -> cookie.name.startsWith("q_session"))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElseThrow();
    }
}
