package jp.shikaku.local.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.LongStream;

import jp.shikaku.local.problem.LocalException;

/** What this machine, or the container we are in, has left. */
final class Machine {

    /** Three services and three small databases, measured with some room. */
    private static final long MEGABYTES_NEEDED = 1000;

    private static final int KILOBYTES = 10;
    private static final int BYTES = 20;

    private Machine() {}

    /** @throws LocalException when the system would be short of memory; nothing is checked where it cannot be found out */
    static void requireMemory() {
        var free = freeMegabytes();
        if (free.isPresent() && free.getAsLong() < MEGABYTES_NEEDED) {
            throw new LocalException(
                    "Only " + free.getAsLong() + " MB of memory are free; three services and their databases need "
                            + MEGABYTES_NEEDED + " MB.",
                    "Close something large, or give the container or virtual machine more memory.");
        }
    }

    private static OptionalLong freeMegabytes() {
        return LongStream.concat(ofMachine().stream(), ofContainer().stream()).min();
    }

    /** See proc_meminfo(5). */
    private static OptionalLong ofMachine() {
        try (var lines = Files.lines(Path.of("/proc/meminfo"))) {
            return lines.filter(line -> line.startsWith("MemAvailable:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> KILOBYTES)
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    /** See cgroups(7), version 2. "max" means no limit. The page cache counts as used there, but can be given up. */
    private static OptionalLong ofContainer() {
        var group = Path.of("/sys/fs/cgroup");
        try (var statistics = Files.lines(group.resolve("memory.stat"))) {
            var limit = Files.readString(group.resolve("memory.max")).strip();
            if (limit.equals("max")) {
                return OptionalLong.empty();
            }
            var used = Long.parseLong(
                    Files.readString(group.resolve("memory.current")).strip());
            var cache = statistics
                    .filter(line -> line.startsWith("inactive_file "))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
            return OptionalLong.of((Long.parseLong(limit) - used + cache) >> BYTES);
        } catch (IOException | NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
