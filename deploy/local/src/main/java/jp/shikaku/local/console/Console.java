package jp.shikaku.local.console;

import java.io.PrintStream;

/**
 * Where it is shown how far jobs are.
 *
 * @param terminal whether somebody watches {@code out}, so that lines may be drawn over
 */
public record Console(PrintStream out, boolean terminal) {

    /** For jobs whose size is not known. */
    public Progress steps() {
        return new Progress(out, terminal);
    }

    /** For a job of {@code total} parts, more than 0. */
    public ProgressBar bar(String name, long total) {
        return new ProgressBar(out, terminal, name, total);
    }
}
