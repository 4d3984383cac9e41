package jp.shikaku.registration.overlap;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How lists of overlaps are compiled. */
@ConfigMapping(prefix = "shikaku.overlap")
interface OverlapConfig {

    /**
     * So many days at least lie between two lists: a loss that is on its way has arrived by then. By default as long as
     * the employer's and the insurer's five days together; 0 where somebody else sees to it, at most 366.
     */
    @WithDefault("10")
    int daysBetweenLists();

    /** How often the overlaps of the latest list are counted for the metrics. */
    @WithDefault("PT5M")
    Duration countEvery();
}
