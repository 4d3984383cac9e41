package jp.shikaku.registration.resident;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Which resident register records are compared with, and how long it is waited for. */
@ConfigMapping(prefix = "shikaku.resident-register")
public interface ResidentRegisterConfig {

    /** Where the register is. */
    enum Kind {
        /** The table that the operator loads, for a system that has no line to the real one. */
        TABLE,
        /** A service that speaks the protocol of {@code ResidentInquiry}. */
        HTTP
    }

    @WithDefault("TABLE")
    Kind kind();

    /** Where inquiries are posted to; needed with {@code HTTP}. */
    Optional<URI> url();

    /** How long one attempt may take, for a thousand persons. */
    @WithDefault("PT10S")
    Duration timeout();

    /** How often an attempt that failed is repeated, if it may have been by chance. */
    @WithDefault("2")
    int retries();

    /** Pause before the first repetition, doubled before the next, each longer or shorter by up to half. */
    @WithDefault("PT0.2S")
    Duration backOff();

    /** After so many attempts, half of which failed, the register is left alone … */
    @WithDefault("6")
    int circuitAttempts();

    /** … for so long; then one attempt tells whether it is back. */
    @WithDefault("PT5S")
    Duration circuitDelay();
}
