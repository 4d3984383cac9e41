package jp.shikaku.inquiry.site;

import org.junit.jupiter.api.BeforeEach;

import jp.shikaku.inquiry.world.Sisters;
import jp.shikaku.kit.testing.browser.PageSuite;

/** People sign in and come to pages that ask both sisters; how they sign in is told by whoever extends this. */
abstract class SignInSuite extends PageSuite {

    Sisters sisters;

    @BeforeEach
    void bothSistersAnswer() {
        sisters.bothAnswer();
    }

    @Override
    protected String service() {
        return "inquiry-service";
    }
}
