package jp.shikaku.inquiry.ticket;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How inquiries are received, answered and forgotten. */
@ConfigMapping(prefix = "shikaku.ticket")
public interface TicketConfig {

    /** Base64, 32 bytes or more: makes follow-up codes, and hides addresses and what is compared with repetitions. */
    String codeKey();

    /** How much opening time of the main line there is for an answer. */
    @WithDefault("PT8H")
    Duration answerWithin();

    /** How many inquiries one address may send in {@link #window}. */
    @WithDefault("10")
    int submissionsPerAddress();

    /** How many messages to inquiries of its own one address may send in that time. */
    @WithDefault("30")
    int messagesPerAddress();

    /** How often one address may look at inquiries, also with wrong codes, in that time. */
    @WithDefault("120")
    int looksPerAddress();

    /** Over which time calls of one address are counted; then its keyed hash is forgotten. */
    @WithDefault("PT1H")
    Duration window();

    /** How many messages and notes one inquiry takes. */
    @WithDefault("200")
    int mostMessages();

    /** After this long in silence an answered inquiry is closed. */
    @WithDefault("P14D")
    Duration closeAnsweredAfter();

    /** After this long without a word of its caller an inquiry that waits for one is closed. */
    @WithDefault("P30D")
    Duration closeWaitingAfter();

    /** After this long in which nobody has answered it an inquiry is closed, so that its personal data are forgotten too. */
    @WithDefault("P365D")
    Duration closeUnansweredAfter();

    /** How long after its closing the personal data of an inquiry are kept. */
    @WithDefault("P90D")
    Duration keepPersonalData();

    /** How often is looked for what is to be closed or purged. */
    @WithDefault("PT10M")
    Duration tidyEvery();
}
