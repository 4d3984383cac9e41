package jp.shikaku.registration.check;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What a difference from the resident register leads to. */
@ConfigMapping(prefix = "shikaku.check")
public interface CheckConfig {

    /** For data that is linked for the first time. */
    @WithDefault("ANY_DIFFERENCE_HOLDS")
    SeverityRule newData();

    /** For the re-check of what is linked (全件チェック). */
    @WithDefault("BY_KIND_OF_DIFFERENCE")
    SeverityRule recheck();
}
