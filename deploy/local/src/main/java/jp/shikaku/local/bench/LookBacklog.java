package jp.shikaku.local.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jp.shikaku.local.console.Console;
import jp.shikaku.local.console.ProgressBar;

/**
 * Looks that no seal covers yet (ADR 24): work that questions leave behind, and that would be done at the cost of those
 * that are measured next.
 */
final class LookBacklog {

    /** Sealing goes on from second to second: a few are always there. */
    private static final double AS_GOOD_AS_NONE = 100;

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long POLL_MILLIS = 1_000;
    private static final Pattern UNSEALED =
            Pattern.compile("^shikaku_audit_unsealed(?:\\{[^}]*\\})? (\\S+)$", Pattern.MULTILINE);

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI admin;

    /** @param admin of eligibility */
    LookBacklog(URI admin) {
        this.admin = admin;
    }

    /** @return how many there are, as counted within the last ten seconds; not a number while that is not known */
    double looks() throws IOException, InterruptedException {
        String metrics = client.send(
                        HttpRequest.newBuilder(admin.resolve("/q/metrics")).build(), BodyHandlers.ofString())
                .body();
        Matcher found = UNSEALED.matcher(metrics);
        return found.find() ? Double.parseDouble(found.group(1)) : Double.NaN;
    }

    /** Waits until it is worked off, at most five minutes. */
    void awaitEnd(Console console) throws IOException, InterruptedException {
        double left = looks();
        if (left < AS_GOOD_AS_NONE) {
            return;
        }
        try (ProgressBar bar = console.bar("sealing looks", Math.max(1, (long) left))) {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (!(left < AS_GOOD_AS_NONE) && System.nanoTime() < deadline) {
                Thread.sleep(POLL_MILLIS);
                double now = looks();
                bar.add((long) (left - now));
                left = now;
            }
        }
    }
}
