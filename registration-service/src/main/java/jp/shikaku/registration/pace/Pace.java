package jp.shikaku.registration.pace;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps long work fair to who is waiting for an answer. While nobody is, it takes what there is; otherwise it rests after
 * each part.
 */
@ApplicationScoped
public class Pace {

    private final LiveTraffic traffic;
    private final double share;

    /** @param share of the time that long work may take beside live traffic, above 0, at most 1 */
    Pace(LiveTraffic traffic, @ConfigProperty(name = "shikaku.background.share", defaultValue = "0.5") double share) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalStateException("shikaku.background.share is above 0 and at most 1");
        }
        this.traffic = traffic;
        this.share = share;
    }

    /** How long to rest after a part that took {@code worked}. */
    public Duration rest(Duration worked) {
        return traffic.isRecent() ? Duration.ofNanos((long) (worked.toNanos() * (1 / share - 1))) : Duration.ZERO;
    }
}
