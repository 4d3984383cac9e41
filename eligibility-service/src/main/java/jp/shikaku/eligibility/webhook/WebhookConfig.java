package jp.shikaku.eligibility.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How events are sent to the institutions that want them. */
@ConfigMapping(prefix = "shikaku.webhook")
public interface WebhookConfig {

    /**
     * Networks that may be sent to although they are not public, as {@code 10.1.2.0/24} or {@code fd00:1::/64}: receivers
     * in the closed network of the clinics, and nothing else.
     */
    Optional<List<String>> allowedNetworks();

    /** Whether an address may be plain {@code http}. For closed networks and trials. */
    @WithDefault("false")
    boolean plainHttp();

    /** How many webhooks an institution may have. */
    @WithDefault("5")
    int perInstitution();

    /** How far, in either direction, a receiver lets the timestamp of a message be from its clock. Told to receivers. */
    @WithDefault("PT5M")
    Duration replayWindow();

    /** How long messages have a signature by the previous secret too, once there is a new one. */
    @WithDefault("P1D")
    Duration previousSecretLasts();

    /** For finding the address, connecting and the answer, each. */
    @WithDefault("PT5S")
    Duration timeout();

    /** How long a message is left to the replica that sends it. Longer than three timeouts. */
    @WithDefault("PT20S")
    Duration lease();

    /** How many messages a replica has on the way, at most. */
    @WithDefault("64")
    int concurrency();

    /** How many of them to one webhook: a slow receiver holds up nobody else. */
    @WithDefault("4")
    int atOnce();

    /** How often an idle replica looks for messages when nobody wakes it. */
    @WithDefault("PT0.5S")
    Duration poll();

    /** Pause after the first failed attempt at a webhook; doubled with each further one. */
    @WithDefault("PT1S")
    Duration firstBackOff();

    /** Longest pause: by this much at most is a receiver noticed late that is up again. */
    @WithDefault("PT10M")
    Duration longestBackOff();

    /** After this long a message is given up, and waits for the operator or its institution: longer than a weekend. */
    @WithDefault("P4D")
    Duration giveUpAfter();

    /** How long what was given up can be retried. */
    @WithDefault("P90D")
    Duration keepDeadLetters();
}
