package jp.shikaku.eligibility.watch;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How institutions are told that an answer has changed. */
@ConfigMapping(prefix = "shikaku.watch")
public interface WatchConfig {

    /** How long a watch lasts when its institution does not say: an employer and an insurer have five days each, and are late. */
    @WithDefault("P30D")
    Duration lasts();

    /** How long a watch may last. */
    @WithDefault("P180D")
    Duration longest();

    /** How many watches of an institution may be open. */
    @WithDefault("10000")
    int perInstitution();

    /** How many watches are checked together. */
    @WithDefault("200")
    int page();

    /** How often an idle replica looks for what nobody told it of: after an outage, or another replica's crash. */
    @WithDefault("PT0.5S")
    Duration poll();

    /** How often a stream says that it is alive when it has nothing to tell. */
    @WithDefault("PT15S")
    Duration heartbeat();

    /** How many streams an institution may have open at one replica. */
    @WithDefault("20")
    int streamsPerInstitution();

    /** How long an event can be read again. */
    @WithDefault("P30D")
    Duration keepEvents();

    /** How long a watch that has ended can be read. */
    @WithDefault("P90D")
    Duration keepEnded();
}
