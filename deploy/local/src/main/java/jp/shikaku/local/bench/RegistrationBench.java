package jp.shikaku.local.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Iterator;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;

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
import jp.shikaku.local.launch.Service;
import jp.shikaku.local.launch.Stack;
import jp.shikaku.local.massfile.MassFile;
import jp.shikaku.local.population.Households;
import jp.shikaku.local.population.Households.Member;

/**
 * How much registration takes in, beside what PostgreSQL does on the same machine in the same run: a file with the full
 * check, the check of the whole stock, and single enrolments.
 */
public final class RegistrationBench {

    private static final String INSURER = "06139992";
    private static final int PER_SECOND = 200;
    private static final Duration STEADY = Duration.ofSeconds(20);
    private static final int RESIDENTS_AT_ONCE = 1000;
    /** A service that has just started compiles what it runs: a file of this part of the rows is told apart. */
    private static final int FIRST_FILE = 3;

    private static final int WARM_UP_PER_SECOND = 50;

    private static final Duration WARM_UP = Duration.ofSeconds(60);
    private static final long WARMING = WARM_UP_PER_SECOND * WARM_UP.toSeconds();
    private static final long FAMILIES = (WARMING + PER_SECOND * STEADY.toSeconds()) / Households.SIZE + 1;
    private static final long SINGLES = FAMILIES * Households.SIZE;
    private static final double NATION_PER_SECOND = 5_600;

    private final Stack stack;
    private final Endpoints endpoints;
    private final Party insurer;
    private final Party operator;
    private final LocalDate today;

    public RegistrationBench(Stack stack, LocalDate today) {
        this.stack = stack;
        this.endpoints = new Endpoints(stack.layout());
        var parties = new Parties(stack.identity());
        this.insurer = parties.of(Role.INSURER, INSURER);
        this.operator = parties.of(Role.OPERATOR, "bench");
        this.today = today;
    }

    /** @param seed another than before makes other people: those who are there already would be found unchanged */
    public Table run(long seed, long rows) throws IOException, InterruptedException, SQLException {
        introduceInsurer();
        var file = new MassFile(seed, rows, 0.02, today);
        var firstFile = new MassFile(seed + 250, rows / FIRST_FILE, 0.02, today);
        load(file.residents().iterator());
        load(firstFile.residents().iterator());
        var households = householdsWithResidents(seed);
        Path made = Files.createTempFile("shikaku-bench-", ".csv");
        try {
            // COPY takes no broken row: it gets the same people without the mistakes.
            new MassFile(seed, rows, 0, today).write(made, written -> {});
            var yardsticks = new Yardsticks(stack.databases().of(Service.REGISTRATION));
            double copied = yardsticks.copy(made, rows);
            OptionalDouble pgbench = yardsticks.pgbench();
            firstFile.write(made, written -> {});
            double first = imported(made);
            file.write(made, written -> {});
            LinkageDelays before = LinkageDelays.read(admin(), "bulk");
            double imported = imported(made);
            LinkageDelays linked = LinkageDelays.read(admin(), "bulk").since(before);
            double rechecked = rechecked();
            SteadyLoad.Result single = single(households);
            return table(copied, pgbench, first, imported, linked, rechecked, single, clearings(seed));
        } finally {
            Files.delete(made);
        }
    }

    /** Single enrolments alone, on a system that does nothing else. */
    public Table singles(long seed) {
        introduceInsurer();
        var households = householdsWithResidents(seed);
        var table = new Table("what", "measured", "bar");
        SteadyLoad.Result single = single(households);
        table.row("single enrolment, %d/s".formatted(PER_SECOND), single.told(), bar(single));
        return table;
    }

    /** The way to eligibility alone, at a steady rate of clearings. */
    public Table linkage(long seed) throws IOException, InterruptedException {
        introduceInsurer();
        var table = new Table("what", "measured", "bar");
        LinkageDelays steady = clearings(seed);
        table.row(clearingsName(), told(steady), bar(steady));
        return table;
    }

    private LinkageDelays clearings(long seed) throws IOException, InterruptedException {
        var clearings = new Clearings(endpoints, insurer, admin(), seed * 1_000 + 700, today);
        load(clearings.residents().iterator());
        return clearings.run();
    }

    private static String clearingsName() {
        return "%d clearings/s: visible within 1 s".formatted(Clearings.PER_SECOND);
    }

    private void introduceInsurer() {
        operator.put(
                endpoints.insurer(INSURER),
                JsonNodeFactory.instance.objectNode().put("name", "見本保険者"));
    }

    private Households householdsWithResidents(long seed) {
        var households = new Households(seed + 500, today);
        load(LongStream.range(0, SINGLES)
                .mapToObj(index -> resident(households.member(index)))
                .iterator());
        return households;
    }

    private static Table table(
            double copied,
            OptionalDouble pgbench,
            double first,
            double imported,
            LinkageDelays linked,
            double rechecked,
            SteadyLoad.Result single,
            LinkageDelays steady) {
        var table = new Table("what", "measured", "of COPY", "bar");
        table.row("COPY into a bare table", perSecond(copied), "1.000", "");
        table.row(
                "pgbench -N (8 clients)",
                pgbench.isPresent() ? perSecond(pgbench.getAsDouble()) : "not installed",
                "",
                "");
        table.row("import, full check: the first file", perSecond(first), ratio(first, copied), "");
        table.row("import, full check: the next file", perSecond(imported), ratio(imported, copied), bar(imported));
        table.row("… visible within 1 s of clearing", told(linked), "", bar(linked));
        table.row("check of the stock", perSecond(rechecked), ratio(rechecked, copied), bar(rechecked));
        table.row("single enrolment, %d/s".formatted(PER_SECOND), single.told(), "", bar(single));
        table.row(clearingsName(), told(steady), "", bar(steady));
        return table;
    }

    private void load(Iterator<ObjectNode> residents) {
        while (residents.hasNext()) {
            ArrayNode batch = JsonNodeFactory.instance.arrayNode();
            while (residents.hasNext() && batch.size() < RESIDENTS_AT_ONCE) {
                batch.add(residents.next());
            }
            operator.post(endpoints.residents(), batch);
        }
    }

    private double imported(Path file) throws IOException, InterruptedException {
        Answer sent = insurer.postFile(
                endpoints.imports(),
                file,
                "text/csv; charset=UTF-8",
                UUID.randomUUID().toString(),
                Duration.ofMinutes(30));
        JsonNode state = sent.body();
        while (!Set.of("COMPLETED", "CANCELLED", "FAILED")
                .contains(state.path("state").asText())) {
            Thread.sleep(200);
            state = insurer.get(endpoints.importOf(sent.text("/id"))).body();
        }
        double seconds = Duration.between(moment(state, "startedAt"), moment(state, "endedAt"))
                        .toMillis()
                / 1000.0;
        return state.path("rows").asLong() / seconds;
    }

    private double rechecked() throws InterruptedException {
        Answer started = operator.post(endpoints.rechecks(), JsonNodeFactory.instance.objectNode());
        JsonNode state = started.body();
        while (state.path("state").asText().equals("RUNNING")) {
            Thread.sleep(200);
            state = operator.get(endpoints.recheck(started.text("/id"))).body();
        }
        return state.path("recordsPerSecond").asDouble();
    }

    private SteadyLoad.Result single(Households households) {
        SteadyLoad.run(WARM_UP_PER_SECOND, WARM_UP, index -> enrol(oneOfMany(households, index)));
        return SteadyLoad.run(PER_SECOND, STEADY, index -> enrol(oneOfMany(households, WARMING + index)));
    }

    /** Strangers one after the other: two of a family at the same moment would wait for each other. */
    private static Member oneOfMany(Households households, long index) {
        return households.member(index % FAMILIES * Households.SIZE + index / FAMILIES);
    }

    private CompletableFuture<Answer> enrol(Member member) {
        ObjectNode body = resident(member)
                .put("symbol", member.symbol())
                .put("number", member.number())
                .put("branch", member.branch())
                .put("relation", member.relation())
                .put("acquired", member.acquired().toString());
        return insurer.postAsync(endpoints.enrolments(), body, UUID.randomUUID().toString());
    }

    private static ObjectNode resident(Member member) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("individualNumber", member.individualNumber())
                .put("name", member.name())
                .put("nameKana", member.nameKana())
                .put("birthDate", member.birthDate().toString())
                .put("sex", member.sex())
                .put("address", member.address());
    }

    private static String bar(SteadyLoad.Result single) {
        return single.p99Millis() < 50 ? "p99 < 50 ms: met" : "p99 < 50 ms: missed";
    }

    private static String told(LinkageDelays linked) {
        return String.format(Locale.ROOT, "%.2f %% of %,d", 100 * linked.shareWithinASecond(), linked.all());
    }

    private static String bar(LinkageDelays linked) {
        return "≥ 99 %: " + (linked.shareWithinASecond() >= 0.99 ? "met" : "missed");
    }

    private URI admin() {
        return stack.layout().adminAddress(Service.REGISTRATION);
    }

    private static OffsetDateTime moment(JsonNode state, String field) {
        return OffsetDateTime.parse(state.path(field).asText());
    }

    private static String perSecond(double value) {
        return String.format(Locale.ROOT, "%,.0f/s", value);
    }

    private static String ratio(double value, double of) {
        return String.format(Locale.ROOT, "%.3f", value / of);
    }

    private static String bar(double value) {
        return "≥ %,.0f/s: %s".formatted(NATION_PER_SECOND, value >= NATION_PER_SECOND ? "met" : "missed");
    }
}
