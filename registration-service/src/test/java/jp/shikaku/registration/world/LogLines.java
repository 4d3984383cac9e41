package jp.shikaku.registration.world;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is logged from now on, with the causes of failures, until it is closed. */
public final class LogLines implements AutoCloseable {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final List<Logger> loggers;
    private final List<Level> levels;

    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            lines.add(entry.getMessage() + " " + Arrays.toString(entry.getParameters()));
            for (Throwable cause = entry.getThrown(); cause != null; cause = cause.getCause()) {
                lines.add(cause.toString());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private LogLines(Level level, String... loggers) {
        this.loggers = Stream.of(loggers).map(Logger::getLogger).toList();
        this.levels = this.loggers.stream().map(Logger::getLevel).toList();
        this.loggers.forEach(logger -> logger.setLevel(level));
        Logger.getLogger("").addHandler(listener);
    }

    /** As much as is logged in life. */
    public static LogLines ofLife() {
        return new LogLines(null);
    }

    /** Also what is logged only while somebody looks for a fault. */
    public static LogLines talkative() {
        return new LogLines(Level.FINE, "", "io.quarkus", "org.jboss.resteasy", "io.smallrye", "jp.shikaku");
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(listener);
        IntStream.range(0, loggers.size()).forEach(i -> loggers.get(i).setLevel(levels.get(i)));
    }
}
