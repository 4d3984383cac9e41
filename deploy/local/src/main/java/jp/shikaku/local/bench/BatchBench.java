package jp.shikaku.local.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongFunction;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import jp.shikaku.local.bench.SteadyLoad.Sample;
import jp.shikaku.local.console.Console;
import jp.shikaku.local.console.Progress;
import jp.shikaku.local.console.Table;
import jp.shikaku.local.http.Answer;
import jp.shikaku.local.http.Endpoints;
import jp.shikaku.local.http.Parties;
import jp.shikaku.local.http.Party;
import jp.shikaku.local.identity.Role;
import jp.shikaku.local.launch.Service;
import jp.shikaku.local.launch.Stack;
import jp.shikaku.local.problem.LocalException;

/**
 * How long a batch of questions takes, and what whoever asks a single one meanwhile notices of it: single questions come
 * at one steady rate, for a while alone, beside the batch from its first byte to its last answer, and alone again.
 */
public final class BatchBench {

    private static final String CLINIC = "1319999999";
    private static final Duration ALONE = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final long POLL_MILLIS = 200;
    private static final double BAR_SECONDS = 30;
    private static final double BAR_RATIO = 2;

    private final Stack stack;
    private final Console console;
    private final Endpoints endpoints;
    private final Party clinic;
    private final LookBacklog backlog;

    public BatchBench(Stack stack, Console console) {
        this.stack = stack;
        this.console = console;
        this.endpoints = new Endpoints(stack.layout());
        this.clinic = new Parties(stack.identity()).of(Role.INSTITUTION, CLINIC);
        this.backlog = new LookBacklog(stack.layout().adminAddress(Service.ELIGIBILITY));
    }

    /**
     * The batch as it was measured.
     *
     * @param sent by {@link System#nanoTime}, before its first byte
     * @param ended likewise, when it was seen to be answered
     * @param state what the service says about it
     */
    private record Batch(long sent, long ended, JsonNode state) {

        boolean beside(Sample single) {
            return single.due() >= sent && single.due() <= ended;
        }

        double seconds() {
            return Duration.between(moment("receivedAt"), moment("endedAt")).toMillis() / 1000.0;
        }

        private OffsetDateTime moment(String field) {
            return OffsetDateTime.parse(state.path(field).asText());
        }
    }

    /**
     * @param seed another makes other people; those of this one who are there already are used again
     * @param rows of the batch, each about another person
     * @param people at least; as many as rows in any case
     * @param perSecond single questions
     */
    public Table run(long seed, int rows, long people, int perSecond)
            throws IOException, InterruptedException, SQLException {
        var stock = new CoverageStock(
                stack.databases().of(Service.ELIGIBILITY),
                Service.ELIGIBILITY.label(),
                stack.subjectKeySecret(),
                seed,
                console);
        long there = stock.fill(Math.max(rows, people));
        WarmUp.Result warmUp = new WarmUp(console)
                .run("single questions", seconds -> FullLoad.run(seconds, () -> ask(stock, anyOf(there))));
        Path file = file(stock, rows, there);
        try {
            // What is measured is a service that has seen a batch.
            answered(file);
            backlog.awaitEnd(console);
            Table table = measured(file, rows, perSecond, ignored -> ask(stock, anyOf(there)));
            table.row("warm-up of single questions", warmUp.told(), warmUp.steadied());
            table.row("people in the table", "%,d".formatted(stock.everybody()), "");
            return table;
        } finally {
            Files.delete(file);
        }
    }

    private Table measured(Path file, int rows, int perSecond, LongFunction<CompletableFuture<Answer>> single)
            throws InterruptedException {
        ExecutorService beside = Executors.newSingleThreadExecutor();
        try (Progress steps = console.steps()) {
            Future<Batch> batch = beside.submit(() -> timed(file, steps));
            List<Sample> singles = SteadyLoad.run(perSecond, index -> !batch.isDone(), single);
            return table(rows, perSecond, batch.get(), singles);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof LocalException known ? known : new IllegalStateException(e.getCause());
        } finally {
            beside.shutdownNow();
        }
    }

    private Batch timed(Path file, Progress steps) throws IOException, InterruptedException {
        steps.during("single questions alone", BatchBench::letPass);
        long sent = System.nanoTime();
        JsonNode state = answered(file);
        long ended = System.nanoTime();
        steps.during("single questions alone again", BatchBench::letPass);
        return new Batch(sent, ended, state);
    }

    private static void letPass() throws InterruptedException {
        Thread.sleep(ALONE.toMillis());
    }

    private JsonNode answered(Path file) throws IOException, InterruptedException {
        Answer sent = clinic.postFile(
                endpoints.batches(),
                file,
                "text/csv; charset=UTF-8",
                UUID.randomUUID().toString(),
                LONGEST);
        if (!sent.ok()) {
            throw new LocalException(
                    "The batch was refused: %d %s.".formatted(sent.status(), sent.text("/code")),
                    sent.text("/nextStep"));
        }
        JsonNode batch = sent.body();
        while (!batch.path("state").asText().equals("COMPLETED")) {
            Thread.sleep(POLL_MILLIS);
            batch = clinic.get(endpoints.batch(sent.text("/id"))).body();
        }
        return batch;
    }

    private static Table table(int rows, int perSecond, Batch batch, List<Sample> singles) {
        SteadyLoad.Result alone = of(singles, single -> single.due() < batch.sent());
        SteadyLoad.Result beside = of(singles, batch::beside);
        SteadyLoad.Result after = of(singles, single -> single.due() > batch.ended());
        int valid = batch.state().path("valid").asInt();
        double ratio = beside.p99Millis() / alone.p99Millis();
        var table = new Table("what", "measured", "bar");
        table.row(
                "batch of %,d rows".formatted(rows),
                "%.1f s, %,.0f rows/s".formatted(batch.seconds(), rows / batch.seconds()),
                bar("< %.0f s".formatted(BAR_SECONDS), batch.seconds() < BAR_SECONDS));
        table.row("its rows that are valid", "%,d".formatted(valid), bar("all", valid == rows));
        table.row("single questions, %d/s, alone".formatted(perSecond), alone.told(), "");
        table.row("the same beside the batch", beside.told(), bar("none refused", beside.refused() == 0));
        table.row("the same after it", after.told(), "");
        table.row(
                "p99 beside it, of p99 alone", decimal(ratio), bar("≤ %.0f".formatted(BAR_RATIO), ratio <= BAR_RATIO));
        return table;
    }

    private static SteadyLoad.Result of(List<Sample> singles, Predicate<Sample> when) {
        return SteadyLoad.Result.of(singles.stream().filter(when).toList());
    }

    private CompletableFuture<Answer> ask(CoverageStock stock, long person) {
        ObjectNode question = JsonNodeFactory.instance
                .objectNode()
                .put("insurerNumber", CoverageStock.INSURER)
                .put("symbol", stock.symbol())
                .put("number", Long.toString(person))
                .put("birthDate", CoverageStock.BIRTH_DATE);
        return clinic.postAsync(
                endpoints.confirmations(), question, UUID.randomUUID().toString());
    }

    private static long anyOf(long people) {
        return ThreadLocalRandom.current().nextLong(people);
    }

    /** Each row about another, and they are from all over the table. */
    private static Path file(CoverageStock stock, int rows, long people) throws IOException {
        Path file = Files.createTempFile("shikaku-bench-", ".csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("照会ID,保険者番号,記号,番号,生年月日\n");
            for (int i = 0; i < rows; i++) {
                out.write("A-%d,%s,%s,%d,%s\n"
                        .formatted(
                                i,
                                CoverageStock.INSURER,
                                stock.symbol(),
                                i * (people / rows),
                                CoverageStock.BIRTH_DATE));
            }
        }
        return file;
    }

    private static String bar(String bar, boolean met) {
        return bar + (met ? ": met" : ": missed");
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
