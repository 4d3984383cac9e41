package jp.shikaku.local.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import jp.shikaku.local.console.Table;
import jp.shikaku.local.http.Answer;
import jp.shikaku.local.http.Endpoints;
import jp.shikaku.local.http.Parties;
import jp.shikaku.local.http.Party;
import jp.shikaku.local.identity.Role;
import jp.shikaku.local.launch.Stack;

/** How long a batch of questions takes, and what whoever asks a single one meanwhile notices of it. */
public final class BatchBench {

    private static final String INSURER = "06139992";
    private static final String CLINIC = "1319999999";
    private static final int LINKED_AT_ONCE = 200;
    private static final Duration ALONE = Duration.ofSeconds(20);
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final double BAR_SECONDS = 30;
    private static final double BAR_RATIO = 2;

    private final Endpoints endpoints;
    private final Party registration;
    private final Party clinic;

    public BatchBench(Stack stack) {
        this.endpoints = new Endpoints(stack.layout());
        var parties = new Parties(stack.identity());
        this.registration = parties.of(Role.SERVICE, "registration");
        this.clinic = parties.of(Role.INSTITUTION, CLINIC);
    }

    /**
     * @param seed another than before makes other people
     * @param rows of the batch; as many people are linked, and the batch asks about each once
     * @param perSecond single questions, before the batch and beside it
     */
    public Table run(long seed, int rows, int perSecond) throws IOException, InterruptedException {
        link(seed, rows);
        singles(seed, rows, perSecond, WARM_UP);
        SteadyLoad.Result alone = singles(seed, rows, perSecond, ALONE);
        Path file = file(seed, rows);
        try {
            // The same file once before: what is measured is a service that has seen a batch, and single questions as
            // long as it takes at least.
            Duration quickest = took(end(send(file)));
            Answer sent = send(file);
            SteadyLoad.Result beside = singles(seed, rows, perSecond, quickest);
            JsonNode batch = end(sent);
            return table(rows, perSecond, alone, beside, batch);
        } finally {
            Files.delete(file);
        }
    }

    private static Table table(
            int rows, int perSecond, SteadyLoad.Result alone, SteadyLoad.Result beside, JsonNode batch) {
        double seconds = took(batch).toMillis() / 1000.0;
        double ratio = beside.p99Millis() / alone.p99Millis();
        var table = new Table("what", "measured", "bar");
        table.row(
                "batch of %,d rows".formatted(rows),
                "%.1f s, %,.0f rows/s".formatted(seconds, rows / seconds),
                bar("< %.0f s".formatted(BAR_SECONDS), seconds < BAR_SECONDS));
        table.row("its rows that are valid", batch.path("valid").asText(), "");
        table.row("single questions, %d/s, alone".formatted(perSecond), told(alone), "");
        table.row("the same beside the batch", told(beside), "");
        table.row(
                "p99 beside it, of p99 alone", decimal(ratio), bar("≤ %.0f".formatted(BAR_RATIO), ratio <= BAR_RATIO));
        return table;
    }

    private void link(long seed, int people) {
        for (int first = 0; first < people; first += LINKED_AT_ONCE) {
            ArrayNode items = JsonNodeFactory.instance.arrayNode();
            for (int i = first; i < Math.min(people, first + LINKED_AT_ONCE); i++) {
                items.add(coverage(seed, i));
            }
            registration.post(
                    endpoints.coverages(), JsonNodeFactory.instance.objectNode().set("items", items));
        }
    }

    private static ObjectNode coverage(long seed, int person) {
        byte[] key = new byte[32];
        new Random(seed * 1_000_003 + person).nextBytes(key);
        ObjectNode content = question(seed, person)
                .put("branch", "00")
                .put("personKey", Base64.getUrlEncoder().withoutPadding().encodeToString(key))
                .put("name", "見本　花子")
                .put("nameKana", "ミホン　ハナコ")
                .put("sex", "2")
                .put("relation", "1")
                .put("acquired", "2020-04-01")
                .put("medicalInfoAllowed", true)
                .put("state", "VISIBLE");
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        item.put("enrolmentId", UUID.nameUUIDFromBytes(key).toString());
        item.put("version", 1);
        item.set("content", content);
        return item;
    }

    private static ObjectNode question(long seed, int person) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("insurerNumber", INSURER)
                .put("symbol", "見本" + seed)
                .put("number", Integer.toString(person))
                .put("birthDate", "1990-01-15");
    }

    private static Path file(long seed, int rows) throws IOException {
        Path file = Files.createTempFile("shikaku-bench-", ".csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("照会ID,保険者番号,記号,番号,生年月日\n");
            for (int i = 0; i < rows; i++) {
                out.write("A-%d,%s,見本%d,%d,1990-01-15%n".formatted(i, INSURER, seed, i));
            }
        }
        return file;
    }

    private Answer send(Path file) throws IOException {
        return clinic.postFile(
                endpoints.batches(),
                file,
                "text/csv; charset=UTF-8",
                UUID.randomUUID().toString(),
                LONGEST);
    }

    private JsonNode end(Answer sent) throws InterruptedException {
        JsonNode batch = sent.body();
        while (!batch.path("state").asText().equals("COMPLETED")) {
            Thread.sleep(200);
            batch = clinic.get(endpoints.batch(sent.text("/id"))).body();
        }
        return batch;
    }

    private static Duration took(JsonNode batch) {
        return Duration.between(moment(batch, "receivedAt"), moment(batch, "endedAt"));
    }

    private SteadyLoad.Result singles(long seed, int people, int perSecond, Duration duration) {
        var random = new Random(seed);
        return SteadyLoad.run(perSecond, duration, index -> ask(question(seed, random.nextInt(people))));
    }

    private CompletableFuture<Answer> ask(ObjectNode question) {
        return clinic.postAsync(
                endpoints.confirmations(), question, UUID.randomUUID().toString());
    }

    private static String told(SteadyLoad.Result single) {
        return "p50 %.1f ms, p99 %.1f ms, max %.1f ms, refused %d"
                .formatted(single.p50Millis(), single.p99Millis(), single.maxMillis(), single.refused());
    }

    private static String bar(String bar, boolean met) {
        return bar + (met ? ": met" : ": missed");
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static OffsetDateTime moment(JsonNode state, String field) {
        return OffsetDateTime.parse(state.path(field).asText());
    }
}
