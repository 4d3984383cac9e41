package jp.shikaku.inquiry.faq.editing;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How questions are kept up to date. */
@ConfigMapping(prefix = "shikaku.faq")
public interface FaqConfig {

    /** How often a replica asks whether anything was published: by this much at most is another's publication late. */
    @WithDefault("PT2S")
    Duration poll();
}
