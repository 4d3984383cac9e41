package jp.shikaku.kit.database;

import java.util.logging.Level;
import java.util.logging.LogRecord;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SpentTimersTest {

    private static final String POOL = "io.vertx.sqlclient.impl.pool.SqlConnectionPool";

    @Test
    void whatTheTimerOfAStatementSaysThatHasFailedBeforeIsKeptOut() {
        assertThat(new SpentTimers().isLoggable(told(spent(POOL)))).isFalse();
    }

    @Test
    void everythingElseIsTold() {
        SpentTimers filter = new SpentTimers();

        assertThat(filter.isLoggable(told(spent("jp.shikaku.inquiry.Somewhere"))))
                .isTrue();
        assertThat(filter.isLoggable(told(new IllegalStateException("Result is already complete"))))
                .isTrue();
        assertThat(filter.isLoggable(told(new IllegalStateException("another"))))
                .isTrue();
        assertThat(filter.isLoggable(told(null))).isTrue();
    }

    private static LogRecord told(Throwable thrown) {
        LogRecord record = new LogRecord(Level.SEVERE, "Uncaught exception received by Vert.x");
        record.setThrown(thrown);
        return record;
    }

    private static IllegalStateException spent(String by) {
        IllegalStateException spent = new IllegalStateException("Result is already complete");
        spent.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("io.vertx.core.Promise", "fail", "Promise.java", 90),
            new StackTraceElement(by, "lambda$execute$3", null, 216)
        });
        return spent;
    }
}
