package jp.shikaku.kit.testing.browser;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import com.microsoft.playwright.Page;

/** Goes through a page with the tabulator alone. */
final class Keyboard {

    private static final int MOST = 400;

    /** Gives everything that can be reached a number, and tells of what has the focus which it is. */
    private static final String FOCUSED =
            "() => document.activeElement === document.body ? null : document.activeElement.dataset.stop || '?'";

    private static final String NUMBER =
            """
            () => [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
                .filter(e => e.type !== 'hidden' && !e.disabled && e.checkVisibility())
                .map((e, i) => e.dataset.stop = String(i))""";

    private static final String SEEN =
            """
            () => { const e = document.activeElement, s = getComputedStyle(e);
                return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0 ? null : e.outerHTML.slice(0, 80); }""";

    private Keyboard() {}

    /**
     * @param expected everything that has to be reached
     * @param reached what was, until the page had nothing more
     * @param unseen what had the focus without showing it
     */
    record Walk(Set<String> expected, Set<String> reached, Set<String> unseen) {}

    @SuppressWarnings("unchecked") // the script gives out a list of texts
    static Walk walk(Page page) {
        Set<String> expected = new LinkedHashSet<>((List<String>) page.evaluate(NUMBER));
        Set<String> reached = new LinkedHashSet<>();
        Set<String> unseen = new LinkedHashSet<>();
        for (int i = 0; i < MOST; i++) {
            page.keyboard().press("Tab");
            Object stop = page.evaluate(FOCUSED);
            if (stop == null || !reached.add((String) stop)) {
                break;
            }
            Object hidden = page.evaluate(SEEN);
            if (hidden != null) {
                unseen.add((String) hidden);
            }
        }
        return new Walk(expected, reached, unseen);
    }
}
