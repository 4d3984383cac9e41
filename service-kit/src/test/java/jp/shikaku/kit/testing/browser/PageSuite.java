package jp.shikaku.kit.testing.browser;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.RequestOptions;
import io.quarkus.test.common.http.TestHTTPResource;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

import jp.shikaku.kit.testing.Tokens;
import jp.shikaku.local.identity.Role;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is true of every page of every service, looked at in a real browser. Each service names its pages; its own tests are
 * the stories. Pictures are kept in {@code target/pages}.
 */
@ExtendWith(NeedsChromium.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class PageSuite {

    private static final int PHONE = 360;
    private static final int DESK = 1200;
    private static final int HEIGHT = 800;
    private static final int FORBIDDEN = 403;

    @TestHTTPResource("/")
    URI site;

    private Chromium chromium;
    private LookedAt looks;
    private final List<BrowserContext> open = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    /** Every page of the service, in every state that looks very different. */
    protected abstract List<Seen> pages();

    /** Further states of these pages, and refusals: looked at once each. */
    protected List<Seen> states() {
        return List.of();
    }

    /** As {@code quarkus.application.name} of the service. */
    protected abstract String service();

    @BeforeAll
    void startBrowser() {
        chromium = Chromium.start();
        looks = new LookedAt(getClass());
    }

    @AfterEach
    void closeWindows() {
        open.forEach(BrowserContext::close);
        open.clear();
        List<String> heard = List.copyOf(complaints);
        complaints.clear();
        assertThat(heard).as("what the browser complained about").isEmpty();
    }

    @AfterAll
    void stopBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void everyPageCanBeReadByEverybodyInBothLanguages() {
        SoftAssertions softly = new SoftAssertions();
        for (Seen seen : pages()) {
            for (String language : List.of("ja", "en")) {
                Page page = visit(seen, language, DESK);
                String what = language + seen.path();
                softly.assertThat(page.getAttribute("html", "lang")).as(what).isEqualTo(language);
                softly.assertThat(page.title()).as(what).isNotBlank();
                softly.assertThat(page.locator("h1").count()).as(what + ": h1").isEqualTo(1);
                softly.assertThat(violations(page)).as(what).isEmpty();
                picture(page, seen.name() + "-" + language);
                leave(page);
            }
        }
        softly.assertAll();
    }

    @Test
    void everyPageFitsAPhoneAndCanBeReadInTheDark() {
        SoftAssertions softly = new SoftAssertions();
        for (Seen seen : pages()) {
            for (String language : List.of("ja", "en")) {
                Page page = visit(seen, language, PHONE);
                softly.assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                        .as(language + seen.path())
                        .isLessThanOrEqualTo(PHONE);
                picture(page, seen.name() + "-" + language + "-phone");
                if (language.equals("ja")) {
                    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
                    softly.assertThat(violations(page))
                            .as("on a phone in the dark " + seen.path())
                            .isEmpty();
                }
                leave(page);
            }
        }
        softly.assertAll();
    }

    @Test
    void everyStateCanBeReadByEverybodyOnAPhone() {
        SoftAssertions softly = new SoftAssertions();
        for (Seen seen : states()) {
            Page page = visit(seen, "ja", PHONE);
            softly.assertThat(violations(page)).as(seen.path()).isEmpty();
            softly.assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                    .as(seen.path())
                    .isLessThanOrEqualTo(PHONE);
            picture(page, seen.name() + "-ja-phone");
            leave(page);
        }
        softly.assertAll();
    }

    @Test
    void everyPageIsReadWithoutScriptsAndItsFormsWorkFromThereOnly() {
        SoftAssertions softly = new SoftAssertions();
        Set<String> forms = new HashSet<>();
        for (Seen seen : pages()) {
            Page page = withoutScripts(seen, "ja");
            softly.assertThat(page.locator("main").innerText()).as(seen.path()).hasSizeGreaterThan(40);
            for (Locator form : page.locator("form[method=post]").all()) {
                String to = Objects.requireNonNullElse(form.getAttribute("action"), "/ja" + seen.path());
                softly.assertThat(form.locator("input[name=formToken]").inputValue())
                        .as("the token of the form to " + to)
                        .isNotBlank();
                if (forms.add(to)) {
                    softly.assertThat(statusWithoutToken(page, form, to)).as(to).isEqualTo(FORBIDDEN);
                }
            }
            leave(page);
        }
        softly.assertAll();
    }

    @Test
    void everyPageIsWalkedByKeyboardAloneAndLeftForTheOtherLanguage() {
        SoftAssertions softly = new SoftAssertions();
        for (Seen seen : pages()) {
            Page page = visit(seen, "ja", DESK);
            Keyboard.Walk walk = Keyboard.walk(page);
            softly.assertThat(walk.reached()).as(seen.path()).isEqualTo(walk.expected());
            softly.assertThat(walk.unseen()).as(seen.path() + ": focus is seen").isEmpty();

            page.click(".languages a[lang=en]");
            softly.assertThat(page.url()).as(seen.path()).isEqualTo(address("/en" + seen.path()));
            softly.assertThat(page.getAttribute("html", "lang")).isEqualTo("en");
            leave(page);
        }
        softly.assertAll();
    }

    @Test
    void whoCannotSignInIsToldSoOnTheSamePage() {
        Page page = visit("ja", "/sign-in");
        page.evaluate("document.querySelectorAll('main details').forEach(fold => fold.open = true)");
        page.fill("#token", "nonsense");
        page.press("#token", "Enter");

        page.waitForSelector("#token-fault-1");
        assertAccessible(page);
        forgiveComplaints(); // status 422
    }

    /** A look at {@code path}, after the language, of somebody who has not signed in. */
    protected final Page visit(String language, String path) {
        return visit(Seen.open(path, ""), language, DESK);
    }

    /** A look at {@code path} of the party {@code id}. */
    protected final Page visitAs(Role role, String id, String language, String path) {
        return visit(new Seen(path, "", role, id), language, DESK);
    }

    /** As {@link #visit(String, String)} in a browser whose scripts are switched off. */
    protected final Page withoutScripts(Seen seen, String language) {
        return visit(seen, language, DESK, options -> options.setJavaScriptEnabled(false));
    }

    /** Keeps a picture of the whole page. */
    protected final void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "pages", name + ".png"))
                .setFullPage(true));
    }

    protected final void assertAccessible(Page page) {
        assertThat(violations(page)).as(page.url()).isEmpty();
    }

    /** The address of {@code path}, which begins with its language. */
    protected final String address(String path) {
        return site.resolve(path).toString();
    }

    /** What the browser has complained about so far; forgotten then. For pages that are refused on purpose. */
    protected final List<String> forgiveComplaints() {
        List<String> heard = List.copyOf(complaints);
        complaints.clear();
        return heard;
    }

    private List<String> violations(Page page) {
        looks.note(page);
        return Accessibility.violations(page);
    }

    /** What somebody gets whose form, or file, was not sent from a page of ours. */
    private int statusWithoutToken(Page page, Locator form, String to) {
        RequestOptions request = RequestOptions.create().setMaxRedirects(0);
        boolean sendsFile = form.getAttribute("data-upload") != null;
        return page.request()
                .post(
                        address(to),
                        sendsFile
                                ? request.setHeader("Content-Type", "text/csv").setData("x")
                                : request.setForm(FormData.create()))
                .status();
    }

    private void leave(Page page) {
        open.remove(page.context());
        page.context().close();
    }

    private Page visit(Seen seen, String language, int width) {
        return visit(seen, language, width, UnaryOperator.identity());
    }

    private Page visit(Seen seen, String language, int width, UnaryOperator<Browser.NewContextOptions> more) {
        BrowserContext context = chromium.browser()
                .newContext(more.apply(new Browser.NewContextOptions()
                        // A colour that is just fading into another is neither: what is looked at stands still.
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setViewportSize(width, HEIGHT)
                        .setLocale(language)));
        open.add(context);
        if (seen.role() != null) {
            context.addCookies(List.of(
                    new Cookie(service() + "-session", Tokens.token(seen.role(), seen.id(), Duration.ofMinutes(10)))
                            .setUrl(site.toString())));
        }
        Page page = context.newPage();
        looks.follow(page);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || Pattern.matches("(?i).*content security.*", message.text())) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        Response response = page.navigate(address("/" + language + seen.path()));
        assertThat(response.status()).as(seen.path()).isEqualTo(seen.status());
        String policy = response.headers().get("content-security-policy");
        assertThat(policy).as(seen.path()).contains("default-src 'none'").doesNotContain("unsafe");
        // A browser counts a page that is refused as a failure to load.
        complaints.removeIf(complaint -> seen.isRefused() && complaint.contains("status of " + seen.status()));
        return page;
    }
}
