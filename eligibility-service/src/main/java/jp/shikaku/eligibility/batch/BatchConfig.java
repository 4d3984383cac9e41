package jp.shikaku.eligibility.batch;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many questions at once are answered, beside the single ones. */
@ConfigMapping(prefix = "shikaku.batch")
public interface BatchConfig {

    /** How many pieces a replica answers at once. 0: none, it only receives them. */
    @WithDefault("1")
    int workers();

    /** How many rows are answered together. More is faster, and makes whoever comes in between wait longer. */
    @WithDefault("250")
    int piece();

    /** How many rows a batch may have. */
    @WithDefault("100000")
    int maxRows();

    /** How often a replica without work looks for some: its own comes sooner, that of one that was killed does not. */
    @WithDefault("PT1S")
    Duration poll();

    /** How long a piece is left to who took it. Longer than answering one may take. */
    @WithDefault("PT30S")
    Duration lease();

    /** How often a piece may fail, through a fault of ours, before its rows are answered one by one. */
    @WithDefault("3")
    int attempts();

    /** Pause before a piece that failed is taken up again. */
    @WithDefault("PT1S")
    Duration backOff();

    /** How many batches of one institution may be unfinished. */
    @WithDefault("10")
    int waiting();

    /** How long a batch may stop arriving before what has arrived is thrown away. */
    @WithDefault("PT1H")
    Duration abandonedAfter();

    /** How long a result can be fetched. It is personal data: no longer than needed. */
    @WithDefault("P7D")
    Duration keep();
}
