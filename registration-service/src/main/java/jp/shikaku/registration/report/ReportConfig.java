package jp.shikaku.registration.report;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How prepared reports become filed ones. */
@ConfigMapping(prefix = "shikaku.report")
interface ReportConfig {

    /** How often it is looked for prepared reports whose day has come: by this much at most a day begins late. */
    @WithDefault("PT1M")
    Duration lookForDueEvery();

    /** How many of them are filed in one transaction, at most. */
    @WithDefault("500")
    int dueAtOnce();
}
