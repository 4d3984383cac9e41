package jp.shikaku.inquiry.notice.delivery;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How notices are sent. The mail server itself is configured under {@code quarkus.mailer}. */
@ConfigMapping(prefix = "shikaku.notice")
public interface NoticeConfig {

    /** Base64, 32 bytes or more: signs the links by which a notice is acknowledged. */
    String linkKey();

    /** The key before, whose links still hold. */
    Optional<String> previousLinkKey();

    /** From which address notices are sent. Without it none is sent: mails wait, and none is lost. */
    Optional<String> mailFrom();

    /** Where this service is reached from outside, as links in mails name it. Without it no mail is sent. */
    Optional<URI> publicUrl();

    /** How many mails are sent in a minute at most, by all replicas together. */
    @WithDefault("60")
    int mailsPerMinute();

    /** How many a replica has on the way at most. */
    @WithDefault("5")
    int atOnce();

    /** How often an idle replica looks for mails. */
    @WithDefault("PT2S")
    Duration poll();

    /** After this long an attempt has failed. */
    @WithDefault("PT20S")
    Duration timeout();

    /** How long a mail is left to the replica that sends it. Longer than the timeout. */
    @WithDefault("PT1M")
    Duration lease();

    /** Pause after the first failed attempt; doubled with each further one. */
    @WithDefault("PT30S")
    Duration firstBackOff();

    /** Longest pause. */
    @WithDefault("PT1H")
    Duration longestBackOff();

    /** After this long a mail is given up, and waits for an operator: longer than a weekend. */
    @WithDefault("P4D")
    Duration giveUpAfter();

    /** After how many working days without acknowledgement a reminder is sent. */
    @WithDefault("5")
    int remindAfterWorkingDays();

    /** How many reminders are sent at most. */
    @WithDefault("2")
    int mostReminders();

    /** How often is looked for who is to be reminded. */
    @WithDefault("PT10M")
    Duration remindEvery();
}
