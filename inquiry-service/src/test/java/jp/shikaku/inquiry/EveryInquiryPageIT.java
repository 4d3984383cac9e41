package jp.shikaku.inquiry;

import java.util.Set;

import jp.shikaku.kit.testing.browser.EveryPageSuite;

class EveryInquiryPageIT extends EveryPageSuite {

    @Override
    protected Set<String> leadingOn() {
        return Set.of(
                "POST /ja/notice-acknowledgements/{token}",
                "POST /ja/notice-office/{id}/distribution",
                "POST /ja/notice-office/dead-letters/{letter}");
    }
}
