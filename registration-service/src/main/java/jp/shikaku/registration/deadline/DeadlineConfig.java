package jp.shikaku.registration.deadline;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import jp.shikaku.contracts.deadline.DayCount;
import jp.shikaku.contracts.deadline.RollOver;

/** How the two clocks of a report run. A change is for what is filed from then on. */
@ConfigMapping(prefix = "shikaku.deadline")
interface DeadlineConfig {

    /** Length of both periods, 1 to 60 days. */
    @WithDefault("5")
    int days();

    /** Whether the day of the fact is counted. */
    @WithDefault("EXCLUDE_FIRST_DAY")
    DayCount dayCount();

    /** Whether a last day on which offices are closed moves. */
    @WithDefault("NONE")
    RollOver rollOver();

    /** So many days before its last day a period is said to be near its end, 0 to 60. */
    @WithDefault("2")
    int dueSoonDays();

    /**
     * The Cabinet Office's file of holidays (syukujitsu.csv), for years in which they are not what the law's rules say
     * today. Counts only where last days move.
     */
    Optional<Path> holidayTable();

    /** How often the running clocks are counted for the metrics. */
    @WithDefault("PT1M")
    Duration countEvery();
}
