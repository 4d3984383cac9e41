package jp.shikaku.eligibility;

import java.util.Set;

import jp.shikaku.kit.testing.browser.EveryPageSuite;

class EveryEligibilityPageIT extends EveryPageSuite {

    @Override
    protected Set<String> leadingOn() {
        return Set.of();
    }
}
