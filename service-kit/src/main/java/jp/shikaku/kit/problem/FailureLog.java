package jp.shikaku.kit.problem;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jboss.logging.Logger;

/**
 * Logs failures by type and place, never by message: a database quotes the row it refused, a parser the text it could
 * not read (R1, R5). The message is at DEBUG, which no deployment switches on.
 */
final class FailureLog {

    private static final Logger LOG = Logger.getLogger("jp.shikaku.failure");
    private static final int FRAMES = 12;

    private FailureLog() {}

    static void unexpected(String requestId, String method, Throwable e) {
        LOG.errorf("request %s (%s) failed: %s", requestId, method, describe(e));
        LOG.debug("request " + requestId, e);
    }

    static void outage(String requestId, Throwable e) {
        LOG.warnf(
                "request %s not answered, a dependency is away: %s",
                requestId, e.getClass().getName());
    }

    private static String describe(Throwable e) {
        return Stream.iterate(e, cause -> cause != null, Throwable::getCause)
                .map(cause -> cause.getClass().getName()
                        + Stream.of(cause.getStackTrace())
                                .limit(FRAMES)
                                .map(frame -> "\n    at " + frame)
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("\n  caused by "));
    }
}
