package jp.shikaku.local.console;

import java.io.PrintStream;
import java.util.Locale;

/** How far a long job is: a bar, a rate and the time left. Lines may be counted on any thread. */
public final class ProgressBar implements AutoCloseable {

    private static final int COLUMNS = 30;
    private static final long REDRAWN_EVERY_NANOS = 100_000_000;
    private static final double NANOS = 1e9;

    private final PrintStream out;
    private final boolean terminal;
    private final String name;
    private final long total;
    private final long begun = System.nanoTime();
    private long done;
    private long drawn;
    private String said = "";

    /**
     * @param terminal whether {@code out} is a terminal; anywhere else one line is written at the end
     * @param total how much there is to do, more than 0
     */
    public ProgressBar(PrintStream out, boolean terminal, String name, long total) {
        this.out = out;
        this.terminal = terminal;
        this.name = name;
        this.total = total;
    }

    /** {@code number} more are done. */
    public synchronized void add(long number) {
        done += number;
        long now = System.nanoTime();
        if (terminal && now - drawn > REDRAWN_EVERY_NANOS) {
            drawn = now;
            draw();
        }
    }

    /** Shows {@code text} from now on, for jobs whose rate and time left say little. */
    public synchronized void say(String text) {
        said = text;
        if (terminal) {
            draw();
        }
    }

    private void draw() {
        out.print("\r" + line() + "\u001b[K");
        out.flush();
    }

    /** Leaves the last state on the screen. */
    @Override
    public synchronized void close() {
        out.println((terminal ? "\r" : "") + line() + (terminal ? "\u001b[K" : ""));
    }

    private String line() {
        double seconds = (System.nanoTime() - begun) / NANOS;
        double rate = done / Math.max(seconds, 1e-3);
        int filled = (int) Math.min(COLUMNS, COLUMNS * done / total);
        return String.format(
                Locale.ROOT,
                "%s [%s%s] %,d / %,d  %s",
                name,
                "█".repeat(filled),
                "·".repeat(COLUMNS - filled),
                done,
                total,
                said.isEmpty() ? pace(seconds, rate) : said);
    }

    private String pace(double seconds, double rate) {
        return String.format(
                Locale.ROOT,
                "%,.0f/s  %s",
                rate,
                done >= total
                        ? String.format(Locale.ROOT, "%.1f s", seconds)
                        : String.format(Locale.ROOT, "%.0f s left", (total - done) / Math.max(rate, 1e-3)));
    }
}
