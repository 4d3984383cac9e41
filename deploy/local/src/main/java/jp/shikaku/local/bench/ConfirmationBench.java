package jp.shikaku.local.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

import jp.shikaku.local.console.Console;
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
    private static final long FEW = 100_000;
    /** With more in the table, whatever they come from, it is not measured what few cost. */
    private static final long STILL_FEW = 150_000;

    private static final long KEYS = 200_000;
    /** A nation's desks ask over many connections; with few, what is carried out in groups goes in small ones. */
    private static final int CONNECTIONS = 256;

    private static final int SECONDS = 10;
    /** The machine is not equally fast from one moment to the next: each is measured so often, in turn, and told by its median. */
    private static final int TURNS = 3;

    private static final int TO_AIM_SECONDS = 5;

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

    /**
     * Another person and another idempotency key each time. Who pauses does so for anything up to twice the time, as desks
     * do: pauses of one length keep all connections in step, and what is measured is how long hundreds who ask at the same
     * moment wait for each other.
     */
    private static final String CONFIRM =
            """
            local token, symbol, people, run, count
            function init(args)
              token, symbol, people = args[1], args[2], tonumber(args[3])
              local longest = 2 * tonumber(args[4])
              math.randomseed(os.time())
              run, count = math.random(1000000000) .. "-" .. os.time(), 0
              if longest > 0 then
                function delay() return math.random(0, longest) end
              end
            end
            function request()
              count = count + 1
              local body = string.format(
                '{"insurerNumber":"%s","symbol":"%%s","number":"%%d","birthDate":"%s"}',
                symbol, math.random(people) - 1)
              return wrk.format("POST", wrk.path, {
                ["Authorization"] = "Bearer " .. token,
                ["Content-Type"] = "application/json",
                ["Idempotency-Key"] = run .. "-" .. count }, body)
            end
            """
                    .formatted(CoverageStock.INSURER, CoverageStock.BIRTH_DATE);

    private final Stack stack;
    private final Console console;
    private final WarmUp warmUp;
    private final LookBacklog backlog;

    public ConfirmationBench(Stack stack, Console console) {
        this.stack = stack;
        this.console = console;
        this.warmUp = new WarmUp(console);
        this.backlog = new LookBacklog(stack.layout().adminAddress(Service.ELIGIBILITY));
    }

    /** @param everybody who is in the table, also those whom nobody asks about here */
    private record Measured(
            long everybody,
            WarmUp.Result bareWarmUp,
            WarmUp.Result warmUp,
            Wrk.Result bare,
            Wrk.Result full,
            double unsealed,
            Wrk.Result half) {}

    /**
     * @param seed another makes other people; those of this one who are there already are used again
     * @param people at least 100,000; with more, 100,000 are measured first, unless there are more already
     */
    public Table run(long seed, long people) throws IOException, InterruptedException, SQLException {
        LocalPostgres postgres = stack.databases().of(Service.ELIGIBILITY);
        var stock = new CoverageStock(postgres, Service.ELIGIBILITY.label(), stack.subjectKeySecret(), seed, console);
        long there = stock.fill(FEW);
        Layout layout = stack.layout();
        try (var bare = BareEndpoint.start(
                layout,
                layout.portBase() + BARE_PORT,
                postgres,
                Service.ELIGIBILITY.label(),
                "/" + stock.subject(0).value())) {
            List<Measured> measured = new ArrayList<>();
            if (people <= FEW || stock.everybody() <= STILL_FEW) {
                measured.add(measured(stock, bare, there));
            }
            if (people > FEW) {
                measured.add(measured(stock, bare, stock.fill(people)));
            }
            Table table = table(measured);
            if (people > FEW && measured.size() == 1) {
                table.row(
                        "cost of one, of that with %,d".formatted(FEW),
                        "not measured: more were there before",
                        "begin with deploy/shikaku down --purge");
            }
            return table;
        }
    }

    private Measured measured(CoverageStock stock, BareEndpoint bare, long people)
            throws IOException, InterruptedException, SQLException {
        Path folder = Files.createTempDirectory("shikaku-bench-");
        Path select = folder.resolve("select.lua");
        Path confirm = folder.resolve("confirm.lua");
        Path keys = folder.resolve("keys");
        try {
            Files.writeString(select, SELECT);
            Files.writeString(confirm, CONFIRM);
            Files.write(keys, keys(stock, people), StandardCharsets.US_ASCII);
            String token = stack.identity().token(Role.INSTITUTION, CLINIC, Duration.ofHours(2));
            String address = new Endpoints(stack.layout()).confirmations().toString();
            return measured(
                    stock.everybody(),
                    seconds -> Wrk.run(bare.address(), select, CONNECTIONS, seconds, List.of(keys.toString())),
                    (seconds, pause) -> Wrk.run(
                            address,
                            confirm,
                            CONNECTIONS,
                            seconds,
                            List.of(token, stock.symbol(), Long.toString(people), Long.toString(pause))));
        } finally {
            for (Path file : List.of(select, confirm, keys)) {
                Files.deleteIfExists(file);
            }
            Files.delete(folder);
        }
    }

    @FunctionalInterface
    private interface Selects {
        Wrk.Result run(int seconds) throws IOException, InterruptedException;
    }

    @FunctionalInterface
    private interface Confirmations {
        /** @param pauseMillis of each connection before a question, on average */
        Wrk.Result run(int seconds, long pauseMillis) throws IOException, InterruptedException;
    }

    private Measured measured(long everybody, Selects selects, Confirmations confirmations)
            throws IOException, InterruptedException {
        String people = "%,d people".formatted(everybody);
        WarmUp.Result bareWarmUp = warmUp.run(
                "bare endpoint, " + people, seconds -> selects.run(seconds).perSecond());
        WarmUp.Result warm = warmUp.run(
                "confirmations, " + people,
                seconds -> confirmations.run(seconds, 0).perSecond());
        backlog.awaitEnd(console);
        List<Wrk.Result> bare = new ArrayList<>();
        List<Wrk.Result> full = new ArrayList<>();
        for (int turn = 0; turn < TURNS; turn++) {
            bare.add(selects.run(SECONDS));
            full.add(confirmations.run(SECONDS, 0));
        }
        double unsealed = backlog.looks();
        backlog.awaitEnd(console);
        Wrk.Result most = median(full);
        Wrk.Result half = confirmations.run(SECONDS, pauseForHalf(most.perSecond(), confirmations));
        return new Measured(everybody, bareWarmUp, warm, median(bare), most, unsealed, half);
    }

    /** The time an answer takes is no part of the pause: so that it is known, a little is asked first. */
    private static long pauseForHalf(double most, Confirmations confirmations)
            throws IOException, InterruptedException {
        double wanted = 1000.0 * CONNECTIONS / (most / 2);
        double found = 1000.0
                * CONNECTIONS
                / confirmations.run(TO_AIM_SECONDS, Math.round(wanted)).perSecond();
        return Math.max(1, Math.round(2 * wanted - found));
    }

    private static Wrk.Result median(List<Wrk.Result> results) {
        return results.stream()
                .sorted(Comparator.comparingDouble(Wrk.Result::perSecond))
                .toList()
                .get(results.size() / 2);
    }

    /** Of people all over the table. */
    private static List<String> keys(CoverageStock stock, long people) {
        return LongStream.range(0, KEYS)
                .map(i -> i * 48_271 % people)
                .mapToObj(person -> stock.subject(person).value())
                .toList();
    }

    private static Table table(List<Measured> all) {
        var table = new Table("what", "measured", "bar");
        all.forEach(measured -> rows(table, measured));
        if (all.size() == 2) {
            Measured few = all.get(0);
            Measured many = all.get(1);
            double cost = few.full().perSecond() / many.full().perSecond();
            table.row(
                    "cost of one with %,d people, of that with %,d".formatted(many.everybody(), few.everybody()),
                    ratio(cost),
                    bar("≤ " + BAR_COST, cost <= BAR_COST));
            table.row(
                    "… the bare endpoint's, to compare",
                    ratio(few.bare().perSecond() / many.bare().perSecond()),
                    "");
        }
        return table;
    }

    private static void rows(Table table, Measured measured) {
        String people = "%,d people: ".formatted(measured.everybody());
        table.row(
                people + "warm-up of the bare endpoint",
                measured.bareWarmUp().told(),
                measured.bareWarmUp().steadied());
        table.row(
                "… of confirmations",
                measured.warmUp().told(),
                measured.warmUp().steadied());
        table.row(people + "bare endpoint, one select", told(measured.bare()), "");
        double share = measured.full().perSecond() / measured.bare().perSecond();
        table.row(
                people + "confirmations, signed in and audited",
                told(measured.full()),
                bar("≥ %,.0f/s".formatted(BAR_PER_SECOND), measured.full().perSecond() >= BAR_PER_SECOND));
        table.row("… of the bare endpoint", ratio(share), bar("≥ " + BAR_OF_BARE, share >= BAR_OF_BARE));
        table.row("… looks that waited for their seal then", "%,.0f".formatted(measured.unsealed()), "");
        table.row(
                "… at half of that",
                told(measured.half()),
                bar("p99 < %.0f ms".formatted(BAR_P99), measured.half().p99Millis() < BAR_P99));
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
