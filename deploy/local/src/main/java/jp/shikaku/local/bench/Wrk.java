package jp.shikaku.local.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jp.shikaku.local.problem.LocalException;

/** The load generator {@code wrk}: as many questions as so many connections can ask, each after its last answer. */
final class Wrk {

    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern P99 = Pattern.compile("99%\\s+([0-9.]+)(us|ms|s)");
    private static final Pattern FAILED = Pattern.compile("Non-2xx or 3xx responses: ([0-9]+)");
    private static final Pattern SOCKETS = Pattern.compile("Socket errors: (.*)");

    /** @param failed answers other than success */
    record Result(double perSecond, double p99Millis, long failed) {}

    private Wrk() {}

    /**
     * @param script what is asked, in Lua
     * @throws LocalException when wrk is not installed, or connections break
     */
    static Result run(String address, Path script, int connections, int seconds, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "wrk",
                "-t1",
                "-c" + connections,
                "-d" + seconds + "s",
                "--timeout",
                "10s",
                "--latency",
                "-s",
                script.toString(),
                address,
                "--"));
        command.addAll(arguments);
        String text = output(command);
        Matcher broken = SOCKETS.matcher(text);
        if (broken.find()) {
            throw new LocalException("Connections broke: " + broken.group(1) + ".", "Look at deploy/shikaku logs.");
        }
        Matcher failed = FAILED.matcher(text);
        return new Result(
                Double.parseDouble(found(RATE, text).group(1)),
                millis(found(P99, text)),
                failed.find() ? Long.parseLong(failed.group(1)) : 0);
    }

    private static String output(List<String> command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new LocalException(
                    "wrk is not installed.", "Install it, on Debian by apt-get install wrk, and try again.", e);
        }
        try (InputStream out = process.getInputStream()) {
            String text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return text;
        } finally {
            process.destroy();
        }
    }

    private static Matcher found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new LocalException("wrk said something unexpected: " + text, "Run it by hand to see why.");
        }
        return matcher;
    }

    private static double millis(Matcher found) {
        double value = Double.parseDouble(found.group(1));
        return switch (found.group(2)) {
            case "us" -> value / 1_000;
            case "ms" -> value;
            default -> value * 1_000;
        };
    }
}
