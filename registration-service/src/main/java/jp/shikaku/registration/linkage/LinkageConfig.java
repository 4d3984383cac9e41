package jp.shikaku.registration.linkage;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How cleared versions are handed to eligibility. */
@ConfigMapping(prefix = "shikaku.linkage")
public interface LinkageConfig {

    /** How often the outbox is looked into when nobody wakes the sender: after an outage, or another replica's crash. */
    @WithDefault("PT0.25S")
    Duration poll();

    /** What is cleared within this time goes together; what is cleared after a longer silence goes at once. */
    @WithDefault("PT0.02S")
    Duration gather();

    /** How many enrolments go into one request, at most; eligibility takes 200. */
    @WithDefault("200")
    int batch();

    /** How many requests with records of today, and with what stops a display, are on their way at once, at most. */
    @WithDefault("4")
    int expressInFlight();

    /** The same for records of files, which have a way of their own: a file never holds up a record of today. */
    @WithDefault("2")
    int bulkInFlight();

    /** How long a version is left to who took it. Longer than connecting and answering may take together. */
    @WithDefault("PT10S")
    Duration lease();

    /** Pause after the first failed attempt; doubled with each further one. */
    @WithDefault("PT0.25S")
    Duration firstBackOff();

    /** Longest pause between attempts: by this much at most is the end of an outage noticed late. */
    @WithDefault("PT1S")
    Duration longestBackOff();
}
