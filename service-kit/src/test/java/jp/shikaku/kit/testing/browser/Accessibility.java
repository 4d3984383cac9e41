package jp.shikaku.kit.testing.browser;

import java.util.List;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;

/** What axe-core finds wrong with a page; every rule it has, those of good practice too. */
final class Accessibility {

    private Accessibility() {}

    static List<String> violations(Page page) {
        return new AxeBuilder(page)
                        .setLegacyMode(true) // no page of ours has a frame, and each check would open a window
                        .analyze()
                        .getViolations()
                        .stream()
                        .map(rule -> rule.getId() + " (" + rule.getHelp() + "): "
                                + rule.getNodes().stream()
                                        .map(node -> node.getTarget() + " " + node.getFailureSummary())
                                        .toList())
                        .toList();
    }
}
