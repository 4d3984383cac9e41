package jp.shikaku.eligibility.testing;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever a class of tests does to the service: no name, card or key comes into the log (R1, R5). */
public final class NothingPersonalLogged implements BeforeAllCallback, AfterAllCallback {

    private LogWatch watch;

    @Override
    public void beforeAll(ExtensionContext context) {
        watch = LogWatch.open();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        watch.close();
        assertThat(watch.personal()).isEmpty();
    }
}
