package jp.shikaku.registration.importing;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How files are taken in. How large one may be is said by {@code quarkus.http.limits.max-body-size}. */
@ConfigMapping(prefix = "shikaku.import")
public interface ImportConfig {

    /** Whether this replica takes files in; every replica receives them. */
    @WithDefault("true")
    boolean working();

    /** Rows that are taken in by one transaction. Larger is faster, and holds more rows locked. */
    @WithDefault("1000")
    int batch();

    /** How often a replica without work looks for some. */
    @WithDefault("PT2S")
    Duration poll();

    /** How long a file is left to who took it, without a sign of life. Longer than a transaction may take. */
    @WithDefault("PT30S")
    Duration lease();

    /** How long a replica works on one file before it looks whether another has waited longer. */
    @WithDefault("PT10S")
    Duration turn();

    /** When the resident register could not be asked: pause before it is asked again. */
    @WithDefault("PT10S")
    Duration registerPause();

    /** Failures on our side, one after the other, with which a file is given up. */
    @WithDefault("10")
    int maxFailures();

    /** How long a file may stop arriving before what has arrived is thrown away. */
    @WithDefault("PT10M")
    Duration abandonedAfter();

    /** How long refused rows are kept after the end. */
    @WithDefault("P30D")
    Duration keepRefusals();
}
