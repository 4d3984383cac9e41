package jp.shikaku.local.launch;

import java.util.Locale;

/** The three services, in the order in which their ports are counted. */
public enum Service {
    REGISTRATION,
    ELIGIBILITY,
    INQUIRY;

    /** The name people use, and that of its database. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The Maven module, which is also its folder in the checkout. */
    String module() {
        return label() + "-service";
    }
}
