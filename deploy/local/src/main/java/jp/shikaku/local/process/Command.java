package jp.shikaku.local.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import jp.shikaku.local.problem.LocalException;

/** A program that is run to its end, with what it printed. */
public record Command(List<String> line, String input, Duration timeout) {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    public Command {
        line = List.copyOf(line);
    }

    public static Command of(List<String> line) {
        return new Command(line, "", PATIENCE);
    }

    public static Command of(String... line) {
        return of(List.of(line));
    }

    public Command withInput(String text) {
        return new Command(line, text, timeout);
    }

    /**
     * How a program ended.
     *
     * @param exitCode 0 when it went well
     * @param output standard output and standard error, in the order they came
     */
    public record Outcome(int exitCode, String output) {

        public boolean ok() {
            return exitCode == 0;
        }
    }

    /**
     * Runs the program and waits for it. Output goes through a file, so that a daemon which keeps the stream open
     * cannot hold us.
     *
     * @throws IOException when the program does not exist or cannot be started
     * @throws LocalException when it is not done within the timeout
     */
    public Outcome run() throws IOException {
        var output = Files.createTempFile("shikaku-", ".out");
        try {
            return run(output);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private Outcome run(Path output) throws IOException {
        var builder = new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output.toFile());
        // A PGDATA or PGPORT of the user's own shell must not steer our server.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        var process = builder.start();
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException ignored) {
            // It ended without reading its input: its exit code says why.
        }
        try {
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new LocalException(
                        line.get(0) + " did not finish within " + timeout.toSeconds() + " s: "
                                + Files.readString(output),
                        "See whether the machine is overloaded, then try again.");
            }
            return new Outcome(process.exitValue(), Files.readString(output).strip());
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new LocalException(line.get(0) + " was interrupted.", "Try again.", e);
        }
    }
}
