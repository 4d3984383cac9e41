package jp.shikaku.local.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.LongStream;

import jp.shikaku.local.console.ProgressBar;
import jp.shikaku.local.console.Table;
import jp.shikaku.local.http.Endpoints;
import jp.shikaku.local.identity.Role;
import jp.shikaku.local.launch.Layout;
import jp.shikaku.local.launch.Service;
import jp.shikaku.local.launch.Stack;
import jp.shikaku.local.postgres.LocalPostgres;

/**
 * How many signed-in, audited confirmations eligibility answers, beside a bare endpoint that does one select in the same
 * run; and what becomes of that when there are many more people.
 */
public final class ConfirmationBench {

    private static final String CLINIC = "1319999999";
    private static final int FEW = 100_000;
    private static final int CONNECTIONS = 32;
    private static final int SECONDS = 15;
    /** What runs has to have been compiled: a service that was just started is told by another figure. */
    private static final int WARM_UP_SECONDS = 45;

    private static final int BARE_PORT = 10;
    private static final double BAR_OF_BARE = 0.7;
    private static final double BAR_PER_SECOND = 7_000;
    private static final double BAR_P99 = 20;
    private static final double BAR_COST = 1.2;

    private static final String SELECT =
            """
            local keys = {}
            function init(args)
              for key in io.lines(args[1]) do keys[#keys + 1] = key end
              math.randomseed(os.time())
            end
            function request()
              return wrk.format("GET", wrk.path .. "/" .. keys[math.random(#keys)])
            end
            """;

    /** Another person and another idempotency key each time. */
    private static final String CONFIRM =
            """
            local token, symbol, people, pause, run, count
            function init(args)
              token, symbol, people, pause = args[1], args[2], tonumber(args[3]), tonumber(args[4])
              math.randomseed(os.time())
              run, count = math.random(1000000000) .. "-" .. os.time(), 0
            end
            function delay() return pause end
            function request()
              count = count + 1
              local body = string.format(
                '{"insurerNumber":"%s","symbol":"%%s","number":"%%d","birthDate":"1990-01-15"}',
                symbol, math.random(people) - 1)
              return wrk.format("POST", wrk.path, {
                ["Authorization"] = "Bearer " .. token,
                ["Content-Type"] = "application/json",
                ["Idempotency-Key"] = run .. "-" .. count }, body)
            end
            """
                    .formatted(CoverageStock.INSURER);

    private final Stack stack;
    private final BiFunction<String, Long, ProgressBar> progress;

    /** @param progress shows how far a job of that name and size is */
    public ConfirmationBench(Stack stack, BiFunction<String, Long, ProgressBar> progress) {
        this.stack = stack;
        this.progress = progress;
    }

    private record Measured(long people, Wrk.Result bare, Wrk.Result full, Wrk.Result half) {}

    /**
     * @param seed another than before makes other people
     * @param people at least 100,000; with more, those are measured first
     */
    public Table run(long seed, long people) throws IOException, InterruptedException, SQLException {
        LocalPostgres postgres = stack.databases().of(Service.ELIGIBILITY);
        var stock = new CoverageStock(postgres, Service.ELIGIBILITY.label(), stack.subjectKeySecret(), seed);
        load(stock, 0, FEW);
        Layout layout = stack.layout();
        try (var bare = BareEndpoint.start(
                layout.checkout(),
                layout.portBase() + BARE_PORT,
                postgres,
                Service.ELIGIBILITY.label(),
                "/" + stock.subject(0).value())) {
            Measured few = measured(stock, bare, FEW, WARM_UP_SECONDS);
            if (people <= FEW) {
                return table(few, few);
            }
            load(stock, FEW, people);
            return table(few, measured(stock, bare, people, SECONDS));
        }
    }

    private void load(CoverageStock stock, long from, long to) throws IOException, SQLException {
        try (ProgressBar bar = progress.apply("people", to - from)) {
            stock.add(from, to, bar);
        }
    }

    private Measured measured(CoverageStock stock, BareEndpoint bare, long people, int warmUp)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("shikaku-bench-");
        Path select = folder.resolve("select.lua");
        Path confirm = folder.resolve("confirm.lua");
        Path keys = folder.resolve("keys");
        String address = new Endpoints(stack.layout()).confirmations().toString();
        try {
            Files.writeString(select, SELECT);
            Files.writeString(confirm, CONFIRM);
            Files.write(keys, keys(stock, people), StandardCharsets.US_ASCII);
            String token = stack.identity().token(Role.INSTITUTION, CLINIC, Duration.ofHours(2));
            List<String> selecting = List.of(keys.toString());
            List<String> confirming = List.of(token, stock.symbol(), Long.toString(people), "0");
            Wrk.run(bare.address(), select, CONNECTIONS, warmUp, selecting);
            Wrk.run(address, confirm, CONNECTIONS, warmUp, confirming);
            Wrk.Result bareMost = Wrk.run(bare.address(), select, CONNECTIONS, SECONDS, selecting);
            Wrk.Result most = Wrk.run(address, confirm, CONNECTIONS, SECONDS, confirming);
            // Each connection pauses after an answer, so that all together ask half as much.
            String pause = Long.toString(Math.round(1000.0 * CONNECTIONS / (most.perSecond() / 2)));
            Wrk.Result half = Wrk.run(
                    address,
                    confirm,
                    CONNECTIONS,
                    SECONDS,
                    List.of(token, stock.symbol(), Long.toString(people), pause));
            return new Measured(people, bareMost, most, half);
        } finally {
            for (Path file : List.of(select, confirm, keys)) {
                Files.deleteIfExists(file);
            }
            Files.delete(folder);
        }
    }

    /** Of people all over the table. */
    private static List<String> keys(CoverageStock stock, long people) {
        return LongStream.range(0, 20_000)
                .map(i -> i * 48_271 % people)
                .mapToObj(person -> stock.subject(person).value())
                .toList();
    }

    private static Table table(Measured few, Measured many) {
        var table = new Table("what", "measured", "bar");
        for (Measured measured : few.equals(many) ? List.of(few) : List.of(few, many)) {
            String people = "%,d people: ".formatted(measured.people());
            table.row(people + "bare endpoint, one select", told(measured.bare()), "");
            double share = measured.full().perSecond() / measured.bare().perSecond();
            table.row(
                    people + "confirmations, signed in and audited",
                    told(measured.full()),
                    bar("≥ %,.0f/s".formatted(BAR_PER_SECOND), measured.full().perSecond() >= BAR_PER_SECOND));
            table.row("… of the bare endpoint", ratio(share), bar("≥ " + BAR_OF_BARE, share >= BAR_OF_BARE));
            table.row(
                    "… at half of that",
                    told(measured.half()),
                    bar("p99 < %.0f ms".formatted(BAR_P99), measured.half().p99Millis() < BAR_P99));
        }
        if (!few.equals(many)) {
            double cost = few.full().perSecond() / many.full().perSecond();
            table.row(
                    "cost of one with %,d people, of that with %,d".formatted(many.people(), few.people()),
                    ratio(cost),
                    bar("≤ " + BAR_COST, cost <= BAR_COST));
        }
        return table;
    }

    private static String told(Wrk.Result result) {
        return String.format(
                Locale.ROOT,
                "%,.0f/s, p99 %.1f ms, refused %d",
                result.perSecond(),
                result.p99Millis(),
                result.failed());
    }

    private static String ratio(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String bar(String bar, boolean met) {
        return bar + (met ? ": met" : ": missed");
    }
}
