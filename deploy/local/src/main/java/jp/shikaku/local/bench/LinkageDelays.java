package jp.shikaku.local.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;

/**
 * How soon what was cleared was in eligibility, as registration counts it since it was started.
 *
 * @param all versions delivered
 * @param withinASecond those of them that were there within a second of being cleared
 */
record LinkageDelays(long all, long withinASecond) {

    /** @param priority {@code bulk} for records of files, {@code live} for those of today */
    static LinkageDelays read(URI admin, String priority) throws IOException, InterruptedException {
        String metrics = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(admin.resolve("/q/metrics")).build(), BodyHandlers.ofString())
                .body();
        return new LinkageDelays(
                count(metrics, "count", "priority=\"%s\"".formatted(priority)),
                count(metrics, "bucket", "priority=\"%s\",le=\"1.0\"".formatted(priority)));
    }

    private static long count(String metrics, String series, String labels) {
        return Pattern.compile(
                        "^shikaku_linkage_delivered_seconds_%s\\{%s\\} (\\S+)$"
                                .formatted(series, Pattern.quote(labels)),
                        Pattern.MULTILINE)
                .matcher(metrics)
                .results()
                .mapToLong(found -> (long) Double.parseDouble(found.group(1)))
                .findFirst()
                .orElse(0);
    }

    LinkageDelays since(LinkageDelays before) {
        return new LinkageDelays(all - before.all, withinASecond - before.withinASecond);
    }

    double shareWithinASecond() {
        return all == 0 ? 0 : (double) withinASecond / all;
    }
}
