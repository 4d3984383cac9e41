package jp.shikaku.registration.world;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** What is looked for once a minute in life is waited for in a test. */
public class ShortWaits implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of(
                "shikaku.report.look-for-due-every", "PT0.1S",
                "shikaku.report.due-at-once", "3",
                "shikaku.deadline.count-every", "PT0.5S",
                "shikaku.hold.count-every", "PT0.5S",
                "shikaku.overlap.count-every", "PT0.5S",
                "shikaku.mislink.count-every", "PT0.5S");
    }

    @Override
    public void stop() {}
}
