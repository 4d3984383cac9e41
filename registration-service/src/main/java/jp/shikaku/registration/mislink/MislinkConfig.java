package jp.shikaku.registration.mislink;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How suspected wrong links are watched over. */
@ConfigMapping(prefix = "shikaku.mislink")
interface MislinkConfig {

    /** How often the open cases are counted for the metrics. */
    @WithDefault("PT1M")
    Duration countEvery();
}
