package jp.shikaku.kit.problem;

import java.io.IOException;
import java.sql.SQLTransientException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeoutException;

import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;

/** Tells an outage of the database, or of the line to it, from a mistake of ours. */
public final class Outage {

    /** SQLSTATE classes of PostgreSQL that pass: connection, resources, operator intervention, system error. */
    private static final Set<String> PASSING_CLASSES = Set.of("08", "53", "57", "58");

    private Outage() {}

    /** Whether {@code e}, or anything that caused it, says that something we depend on could not be reached in time. */
    public static boolean isOutage(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException
                    || cause instanceof TimeoutException
                    || cause instanceof io.smallrye.mutiny.TimeoutException
                    || cause instanceof SQLTransientException
                    || isNoConnection(cause)
                    || cause instanceof PgException pg && isPassing(pg)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPassing(PgException e) {
        String state = e.getSqlState();
        return state != null && state.length() == 5 && PASSING_CLASSES.contains(state.substring(0, 2));
    }

    /** Closed under us, or none free in time. Vert.x has no types for either, only words. */
    private static boolean isNoConnection(Throwable e) {
        if (!(e instanceof VertxException || e instanceof NoStackTraceThrowable)) {
            return false;
        }
        String words = (e.getClass().getSimpleName() + " " + e.getMessage()).toLowerCase(Locale.ROOT);
        return words.contains("clos") || words.contains("timeout");
    }
}
