package jp.shikaku.eligibility.oqs;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How bulk inquiries in XML are worked on. */
@ConfigMapping(prefix = "shikaku.oqs.bulk")
public interface OqsBulkConfig {

    /** How many cards a replica asks about at once: few, so that whoever waits at a desk notices nothing. */
    @WithDefault("4")
    int concurrency();

    /** How many cards are taken up, and marked as answered, together. */
    @WithDefault("200")
    int page();

    /** How long an inquiry is left to the replica that works on it, counted from its last page. */
    @WithDefault("PT15S")
    Duration lease();

    /** How often an idle replica looks for inquiries: its own arrive sooner, those of one that was killed do not. */
    @WithDefault("PT1S")
    Duration poll();

    /** Pause before cards are asked about again that could not be determined. */
    @WithDefault("PT1S")
    Duration backOff();

    /** How often a card is asked about before it is answered as undetermined. */
    @WithDefault("5")
    int attempts();

    /** How many inquiries of one institution may wait to be answered. */
    @WithDefault("10")
    int waiting();

    /** How long an inquiry can be fetched. Its cards are personal data: no longer than needed. */
    @WithDefault("P7D")
    Duration keep();
}
