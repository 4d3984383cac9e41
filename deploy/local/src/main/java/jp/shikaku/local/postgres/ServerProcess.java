package jp.shikaku.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What runs on a data folder right now, read from the system and not from {@code postmaster.pid} alone: after kill -9 or
 * a power cut that file names a process which is gone, or somebody else's.
 *
 * @param data the data folder
 */
record ServerProcess(Path data) {

    private static final int PORT_LINE = 3;
    private static final Duration ORPHANS_LEAVE_WITHIN = Duration.ofSeconds(5);

    /** The port of the server that runs here; empty when none does. */
    Optional<Integer> port() throws IOException {
        var lines = pidFile();
        return lines.size() > PORT_LINE && worksHere(parsePid(lines.get(0)))
                ? Optional.of(Integer.parseInt(lines.get(PORT_LINE).strip()))
                : Optional.empty();
    }

    /**
     * Clears what a killed server left: its children, which leave by themselves as soon as they notice, and its pid file,
     * which would keep a new one from starting when the number was given to somebody else.
     */
    void clearRemains() throws IOException {
        processes().stream().filter(process -> !leaves(process)).forEach(ServerProcess::kill);
        Files.deleteIfExists(data.resolve("postmaster.pid"));
    }

    /** Ends the server at once. Only for data that nobody wants any more. */
    void kill() {
        processes().forEach(ServerProcess::kill);
    }

    private List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses()
                .filter(process -> worksHere(process.pid()))
                .toList();
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
        leaves(process);
    }

    private List<String> pidFile() throws IOException {
        try {
            return Files.readAllLines(data.resolve("postmaster.pid"));
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    private static long parsePid(String line) {
        try {
            return Long.parseLong(line.strip());
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** Every process of a server has the data folder as its working directory. */
    private boolean worksHere(long pid) {
        var process = Path.of("/proc", Long.toString(pid));
        try {
            return Files.readSymbolicLink(process.resolve("cwd")).equals(data.toRealPath())
                    && Files.readString(process.resolve("comm")).strip().equals("postgres");
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean leaves(ProcessHandle process) {
        try {
            process.onExit().get(ORPHANS_LEAVE_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
