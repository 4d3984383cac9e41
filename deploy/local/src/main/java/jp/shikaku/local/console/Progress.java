package jp.shikaku.local.console;

import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Shows what is being waited for. On a terminal every step has a line with a spinner and the seconds it has taken; anywhere
 * else a line is written when a step is done. Steps may begin and end on any thread.
 */
public final class Progress implements AutoCloseable {

    private static final String[] SPINNER = {"⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"};
    private static final Duration REDRAWN_EVERY = Duration.ofMillis(100);
    private static final int NAME_COLUMNS = 28;
    private static final double NANOS = 1e9;

    private final PrintStream out;
    private final boolean terminal;
    private final Map<String, Step> steps = new LinkedHashMap<>();
    private final ScheduledExecutorService painter;
    private int linesDrawn;
    private int frame;

    /** @param terminal whether {@code out} is one that understands ANSI cursor movements */
    public Progress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
        this.painter = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "progress");
            thread.setDaemon(true);
            return thread;
        });
        if (terminal) {
            painter.scheduleAtFixedRate(this::draw, 0, REDRAWN_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private enum Outcome {
        RUNNING,
        DONE,
        FAILED
    }

    private record Step(String name, long begun, long ended, Outcome outcome) {

        String line(String sign) {
            var seconds = (ended - begun) / NANOS;
            return String.format(Locale.ROOT, "%s %-" + NAME_COLUMNS + "s %5.1f s", sign, name, seconds);
        }
    }

    /** What a step consists of. */
    @FunctionalInterface
    public interface Work<E extends Exception> {
        void run() throws E;
    }

    /** Shows {@code name} as a step for as long as {@code work} runs, and how it ended. */
    public <E extends Exception> void during(String name, Work<E> work) throws E {
        begin(name);
        var outcome = Outcome.FAILED;
        try {
            work.run();
            outcome = Outcome.DONE;
        } finally {
            end(name, outcome);
        }
    }

    private synchronized void begin(String name) {
        var now = System.nanoTime();
        steps.put(name, new Step(name, now, now, Outcome.RUNNING));
    }

    private synchronized void end(String name, Outcome outcome) {
        var ended =
                steps.computeIfPresent(name, (key, step) -> new Step(name, step.begun(), System.nanoTime(), outcome));
        if (!terminal && ended != null) {
            out.println(ended.line(sign(outcome)));
        }
    }

    private synchronized void draw() {
        if (linesDrawn > 0) {
            out.print("\u001b[" + linesDrawn + "A");
        }
        frame++;
        for (var step : steps.values()) {
            var running = step.outcome() == Outcome.RUNNING;
            var shown = running ? new Step(step.name(), step.begun(), System.nanoTime(), step.outcome()) : step;
            out.print("\r" + shown.line(sign(step.outcome())) + "\u001b[K\n");
        }
        linesDrawn = steps.size();
        out.flush();
    }

    private String sign(Outcome outcome) {
        return switch (outcome) {
            case RUNNING -> SPINNER[frame % SPINNER.length];
            case DONE -> "✓";
            case FAILED -> "✗";
        };
    }

    /** Leaves the last state on the screen. */
    @Override
    public void close() {
        painter.shutdownNow();
        if (terminal) {
            draw();
        }
    }
}
