package jp.shikaku.kit.testing.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;

/** Writes down what was looked at with axe-core, for {@link EveryPageSuite}: a line an answer, {@code GET /ja/faq}. */
final class LookedAt {

    static final Path FOLDER = Path.of("target", "pages", "looked-at");

    private final Path file;
    private final Map<Page, List<String>> shown = new WeakHashMap<>();

    /** @param test whose looks these are; those of its last run are forgotten */
    LookedAt(Class<?> test) {
        file = FOLDER.resolve(test.getSimpleName() + ".txt");
        try {
            Files.createDirectories(FOLDER);
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on keeps in mind which answers {@code page} is made of: the one it was gone to for, and parts put into it. */
    void follow(Page page) {
        page.onResponse(response -> {
            if (isPage(response)) {
                List<String> answers = shown.computeIfAbsent(page, any -> new ArrayList<>());
                if (response.request().isNavigationRequest()) {
                    answers.clear();
                }
                answers.add(response.request().method() + " "
                        + URI.create(response.url()).getPath());
            }
        });
    }

    /** {@code page} has been looked at as it is now. */
    void note(Page page) {
        try {
            Files.write(
                    file,
                    shown.getOrDefault(page, List.of()),
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A refusal that is a page of its own is the same page everywhere: it does not show the one that was asked for. */
    private static boolean isPage(Response response) {
        return (response.ok() || response.status() == 422 || response.status() == 503)
                && response.headers().getOrDefault("content-type", "").startsWith("text/html");
    }
}
