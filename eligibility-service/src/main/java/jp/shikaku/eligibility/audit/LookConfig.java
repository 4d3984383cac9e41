package jp.shikaku.eligibility.audit;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the record of looks is sealed. */
@ConfigMapping(prefix = "shikaku.look")
public interface LookConfig {

    /** How often new looks are sealed: for so long a change by who owns the database could go unnoticed. */
    @WithDefault("PT1S")
    Duration sealEvery();

    /** How many looks a seal covers, at most; more only when one transaction has written them. */
    @WithDefault("10000")
    int sealAtOnce();
}
