package jp.shikaku.inquiry.site;

import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import jp.shikaku.inquiry.world.InquiryTest;
import jp.shikaku.kit.testing.Tokens;
import jp.shikaku.kit.testing.browser.Seen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** On a system that somebody started on the own machine, people say who they are. */
@InquiryTest
@TestProfile(LocalSignInTest.OnThisMachine.class)
class LocalSignInTest extends SignInSuite {

    public static final class OnThisMachine implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "shikaku.sign-in.local-key",
                    Tokens.privateKey().toString(),
                    "shikaku.sign-in.examples",
                    "hotline:agent-7,institution:0110113719,nobody:x");
        }
    }

    @Override
    protected List<Seen> pages() {
        return List.of(Seen.open("/sign-in", "sign-in-local"));
    }

    @Test
    void onlyThoseWhoWorkHereAreOffered() {
        Page page = visit("ja", "/sign-in");

        assertThat(page.locator(".choice")).hasCount(1);
        assertThat(page.locator("#role option")).hasCount(2);
    }

    @Test
    void oneClickSignsInAndLeadsToWhereOneWanted() {
        Page page = visit("en", "/casefiles");
        page.click(".choice");

        assertThat(page.locator(".who-name")).containsText("agent-7");
        assertThat(page).hasURL(address("/en/casefiles"));
    }

    @Test
    void anIdThatNobodyCanHaveIsSentBack() {
        Page page = visit("ja", "/sign-in");
        page.fill("#id", "not an id");
        page.click("button.main");

        assertThat(page.locator("#id-fault-1")).isVisible();
        assertThat(page.locator(".who")).hasCount(0);
        assertAccessible(page);
        forgiveComplaints(); // status 422
    }
}
