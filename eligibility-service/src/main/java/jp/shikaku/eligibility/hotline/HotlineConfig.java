package jp.shikaku.eligibility.hotline;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What answers say of the hotline. */
@ConfigMapping(prefix = "shikaku.hotline")
public interface HotlineConfig {

    /** Id of the line that answers name, as inquiry knows it. */
    @WithDefault("institutions")
    String line();

    /** How often inquiry is asked: so late a change of the hours is noticed. */
    @WithDefault("PT5M")
    Duration refresh();
}
