package jp.shikaku.registration;

import java.util.Set;

import jp.shikaku.kit.testing.browser.EveryPageSuite;

class EveryRegistrationPageIT extends EveryPageSuite {

    @Override
    protected Set<String> leadingOn() {
        return Set.of();
    }
}
