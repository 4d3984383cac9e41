package jp.shikaku.registration.hold;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How an insurer decides on what is held. */
@ConfigMapping(prefix = "shikaku.hold")
interface HoldConfig {

    /** Whether a record has to be confirmed by somebody else than who entered it. */
    @WithDefault("false")
    boolean fourEyes();

    /** How often the open holds are counted for the metrics. */
    @WithDefault("PT1M")
    Duration countEvery();
}
