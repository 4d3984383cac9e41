package jp.shikaku.registration.resident;

import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

/** How the line to the resident register stands, by its last answer or failure. */
@ApplicationScoped
class RegisterLine {

    private static final Logger LOG = Logger.getLogger(RegisterLine.class);
    private static final String REACHED = "reached";

    private final AtomicReference<String> standing = new AtomicReference<>("not asked yet");

    /** For an operator to read. */
    String standing() {
        return standing.get();
    }

    void answered() {
        String before = standing.getAndSet(REACHED);
        if (isOutage(before)) {
            LOG.info("the resident register answers again");
        }
    }

    /** Said once an outage, not once a batch. */
    void failed(String reason) {
        String before = standing.getAndSet("away: " + reason);
        if (!isOutage(before)) {
            LOG.warnf("the resident register is away (%s); records wait", reason);
        }
    }

    private static boolean isOutage(String standing) {
        return standing.startsWith("away");
    }
}
