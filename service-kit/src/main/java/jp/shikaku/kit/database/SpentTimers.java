package jp.shikaku.kit.database;

import java.util.logging.Filter;
import java.util.logging.LogRecord;

import io.quarkus.logging.LoggingFilter;

/**
 * Keeps one message out of the log that says nothing and comes with a stack trace for every statement that found no
 * database: the pool forgets to stop the timer of a statement whose connection was refused, and the timer finds half a
 * minute later that the statement has failed already (eclipse-vertx/vertx-sql-client issue 1706, open in 4.5). That the
 * database is away was told when it was noticed.
 */
@LoggingFilter(name = SpentTimers.NAME)
public final class SpentTimers implements Filter {

    static final String NAME = "spent-timers";

    private static final String POOL = "io.vertx.sqlclient.impl.pool.SqlConnectionPool";

    @Override
    public boolean isLoggable(LogRecord record) {
        return !(record.getThrown() instanceof IllegalStateException thrown
                && "Result is already complete".equals(thrown.getMessage())
                && thrown.getStackTrace().length > 1
                && thrown.getStackTrace()[1].getClassName().equals(POOL));
    }
}
