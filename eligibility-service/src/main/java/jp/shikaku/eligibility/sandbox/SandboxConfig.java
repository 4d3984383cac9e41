package jp.shikaku.eligibility.sandbox;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Fixed cards of made-up members, for whoever writes a client. */
@ConfigMapping(prefix = "shikaku.sandbox")
public interface SandboxConfig {

    /** Whether the cards are there. Never beside real data: see {@link SandboxGuard}. */
    @WithDefault("false")
    boolean enabled();

    /** How much longer the slow answer takes. */
    @WithDefault("PT1S")
    Duration slow();
}
