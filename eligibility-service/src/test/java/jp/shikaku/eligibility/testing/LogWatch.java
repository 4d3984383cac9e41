package jp.shikaku.eligibility.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/** Keeps what the service writes to its log, messages and exceptions alike, while it is open. */
public final class LogWatch implements AutoCloseable {

    private static final Logger ROOT = Logger.getLogger("");

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Handler handler = new Keeper();

    private LogWatch() {}

    public static LogWatch open() {
        LogWatch watch = new LogWatch();
        ROOT.addHandler(watch.handler);
        return watch;
    }

    public List<String> lines() {
        return lines;
    }

    /** The lines with personal data in them. */
    public List<String> personal() {
        return lines.stream().filter(Marks::isPersonal).toList();
    }

    @Override
    public void close() {
        ROOT.removeHandler(handler);
    }

    private final class Keeper extends ExtHandler {

        private final PatternFormatter formatter = new PatternFormatter("%p %c %X %s%e");

        @Override
        protected void doPublish(ExtLogRecord line) {
            lines.add(formatter.format(line));
        }

        @Override
        public boolean isLoggable(LogRecord line) {
            return true;
        }
    }
}
