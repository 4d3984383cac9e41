package jp.shikaku.local.launch;

import java.util.List;
import java.util.Map;

/** What the services are started for; told to a service by its environment. */
enum Purpose {
    /** Ready after 6 s of processor time instead of 10: three services start at once on what may be two cores. */
    START_SOON("-XX:TieredStopAtLevel=1"),
    /** With the second compiler, without which encryption alone takes several times as long. */
    WORK_FAST;

    /** Variable of the environment of a service. */
    static final String VARIABLE = "SHIKAKU_LOCAL_PURPOSE";

    private final List<String> flags;

    Purpose(String... flags) {
        this.flags = List.of(flags);
    }

    static Purpose of(Map<String, String> environment) {
        return valueOf(environment.getOrDefault(VARIABLE, START_SOON.name()));
    }

    /** For the virtual machine. */
    List<String> flags() {
        return flags;
    }
}
