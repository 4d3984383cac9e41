package jp.shikaku.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A process, told apart from a later one that got the same number by the moment it began.
 *
 * @param pid its number
 * @param startTick when it began, in clock ticks since the machine was booted. Not a time of day: that moves when the
 *     clock is set.
 */
public record Owner(long pid, long startTick) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,18})-(\\d{1,18})");
    private static final int FIELDS_BEFORE_START_TICK = 19;

    public static Owner current() {
        return of(ProcessHandle.current().pid());
    }

    public static Owner of(long pid) {
        return new Owner(pid, startTick(pid).orElse(0L));
    }

    /** Reads what {@link #toString()} wrote; empty when it is anything else, such as a file cut off by a crash. */
    public static Optional<Owner> parse(String text) {
        var matcher = FORM.matcher(text.strip());
        return matcher.matches()
                ? Optional.of(new Owner(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    /** The process, if it still runs and is not a stranger with a recycled number. */
    public Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(process -> startTick(pid)
                .filter(tick -> tick == startTick)
                .isPresent());
    }

    public boolean isAlive() {
        return process().isPresent();
    }

    /** See proc(5): the name in brackets may hold spaces, so we count from its end. */
    private static Optional<Long> startTick(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Optional.of(Long.parseLong(fields[FIELDS_BEFORE_START_TICK]));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return pid + "-" + startTick;
    }
}
