package jp.shikaku.local.command;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.local.console.ProgressBar;
import jp.shikaku.local.console.Table;
import jp.shikaku.local.http.Answer;
import jp.shikaku.local.http.Endpoints;
import jp.shikaku.local.http.Parties;
import jp.shikaku.local.http.Party;
import jp.shikaku.local.identity.Role;
import jp.shikaku.local.massfile.MassFile;
import jp.shikaku.local.massfile.PlantedError;
import jp.shikaku.local.massfile.Verdict;
import jp.shikaku.local.problem.LocalException;

@Command(
        name = "import",
        description = {
            "Send a whole file of enrolments as an insurer would, and watch it being taken in. With --people the file is",
            "made up, with mistakes planted in it, and afterwards it is checked that each was found and none invented."
        })
final class ImportCommand implements Callable<Integer> {

    private static final int RESIDENTS_AT_ONCE = 1000;
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final long LOOK_EVERY_MILLIS = 500;
    private static final int SHOWN = 10;
    private static final long MANY_PEOPLE = 50_000;
    private static final long MANY_BYTES = 10_000_000;

    @ParentCommand
    private Shikaku shikaku;

    @ArgGroup(multiplicity = "1")
    private Source source;

    @Option(
            names = "--insurer",
            defaultValue = "06139992",
            description = "Whose file it is (default: ${DEFAULT-VALUE}).")
    private String insurer;

    @Option(names = "--seed", defaultValue = "1", description = "The same seed makes the same file (default: 1).")
    private long seed;

    @Option(
            names = "--errors",
            defaultValue = "0.02",
            description = "Share of rows with a planted mistake (default: ${DEFAULT-VALUE}).")
    private double errors;

    /** Either a file or a number of people. */
    static final class Source {

        @Parameters(paramLabel = "FILE", description = "CSV or .ndjson, as GET /enrolment-imports/layout describes it.")
        private Path file;

        @Option(names = "--people", paramLabel = "N", description = "How many people to make up.")
        private Long people;
    }

    private Endpoints endpoints;
    private Party insurerParty;
    private Party operator;

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (var progress = shikaku.progress()) {
            if (isMuch()) {
                shikaku.stack().upForWork(progress);
            } else {
                shikaku.stack().up(progress);
            }
        }
        endpoints = new Endpoints(shikaku.stack().layout());
        var parties = new Parties(shikaku.stack().identity());
        insurerParty = parties.of(Role.INSURER, insurer);
        operator = parties.of(Role.OPERATOR, "launcher");
        expect(operator.put(
                endpoints.insurer(insurer),
                JsonNodeFactory.instance.objectNode().put("name", "見本保険者")));
        if (source.file != null) {
            JsonNode done = take(source.file);
            return done.path("refused").asLong() == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
        }
        MassFile file = new MassFile(seed, source.people, errors, JapanTime.today(Clock.systemUTC()));
        loadResidents(file);
        Path made = Files.createTempFile("shikaku-import-", ".csv");
        try {
            try (var bar = shikaku.progressBar("writing the file", file.rows())) {
                file.write(made, bar::add);
            }
            JsonNode done = take(made);
            return report(file, done.path("id").asText());
        } finally {
            Files.delete(made);
        }
    }

    /** So much that services which work fast, but take longer to start, are done sooner. */
    private boolean isMuch() throws IOException {
        return source.file == null ? source.people >= MANY_PEOPLE : Files.size(source.file) >= MANY_BYTES;
    }

    private void loadResidents(MassFile file) {
        try (var bar = shikaku.progressBar("loading the register", file.residentCount())) {
            Iterator<ObjectNode> residents = file.residents().iterator();
            while (residents.hasNext()) {
                ArrayNode batch = JsonNodeFactory.instance.arrayNode();
                while (residents.hasNext() && batch.size() < RESIDENTS_AT_ONCE) {
                    batch.add(residents.next());
                }
                expect(operator.post(endpoints.residents(), batch));
                bar.add(batch.size());
            }
        }
    }

    private JsonNode take(Path file) throws IOException, InterruptedException {
        boolean ndjson = file.toString().endsWith(".ndjson");
        Answer sent = insurerParty.postFile(
                endpoints.imports(),
                file,
                ndjson ? "application/x-ndjson" : source.people == null ? "text/csv" : "text/csv; charset=UTF-8",
                UUID.randomUUID().toString(),
                PATIENCE);
        expect(sent);
        URI address = endpoints.importOf(sent.text("/id"));
        JsonNode state = follow(address, Math.max(1, Files.size(file)));
        var table = new Table("取込結果 import", "件数 rows");
        for (String count : new String[] {"rows", "accepted", "unchanged", "held", "refused"}) {
            table.row(count, "%,d".formatted(state.path(count).asLong()));
        }
        shikaku.out().println(table);
        shikaku.out().println(state.path("state").asText() + "  " + address);
        return state;
    }

    private JsonNode follow(URI address, long bytes) throws InterruptedException {
        try (ProgressBar bar = shikaku.progressBar("taking in (bytes)", bytes)) {
            long seen = 0;
            while (true) {
                Answer answer = insurerParty.get(address);
                expect(answer);
                long read = answer.body().path("bytesRead").asLong();
                bar.add(read - seen);
                seen = read;
                String state = answer.text("/state");
                if (Set.of("COMPLETED", "CANCELLED", "FAILED").contains(state)) {
                    bar.add(Math.max(0, bytes - seen));
                    return answer.body();
                }
                Thread.sleep(LOOK_EVERY_MILLIS);
            }
        }
    }

    private int report(MassFile file, String importId) {
        Map<Long, Set<String>> refused = new HashMap<>();
        pages(endpoints.refusals(importId), row -> {
            if (row.path("refused").asBoolean()) {
                refused.put(row.path("line").asLong(), codes(row.path("errors")));
            }
        });
        Map<Long, Set<String>> held = new HashMap<>();
        pages(endpoints.openHolds(), hold -> {
            String enrolment = hold.path("enrolmentId").asText();
            long line =
                    file.lineOf(insurerParty.get(endpoints.enrolment(enrolment)).text("/recordKey"));
            if (line > 0) {
                held.put(line, codes(hold.path("findings")));
            }
        });
        var verdict = new Verdict(file, refused, held);
        var table = new Table("仕込んだ誤り planted", "", "件数 rows", "発見 found");
        verdict.counts()
                .forEach((error, count) -> table.row(
                        error.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        error.title(),
                        "%,d".formatted(count.planted()),
                        "%,d".formatted(count.found())));
        shikaku.out().println(table);
        Map<Long, PlantedError> missed = verdict.missed();
        Map<Long, Set<String>> invented = verdict.invented();
        shikaku.out().printf("見落とし missed %,d  誤検出 invented %,d%n", missed.size(), invented.size());
        missed.entrySet().stream().limit(SHOWN).forEach(entry -> shikaku.out().println("  missed " + entry));
        invented.entrySet().stream().limit(SHOWN).forEach(entry -> shikaku.out().println("  invented " + entry));
        return missed.isEmpty() && invented.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private void pages(URI first, Consumer<JsonNode> each) {
        String after = "";
        do {
            Answer page = insurerParty.get(URI.create(first + after));
            expect(page);
            page.body().path("items").forEach(each);
            String next = page.text("/next");
            after = next.isEmpty() ? "" : "&after=" + next;
        } while (!after.isEmpty());
    }

    private static Set<String> codes(JsonNode items) {
        Set<String> codes = new HashSet<>();
        items.forEach(item -> codes.add(item.path("code").asText()));
        return codes;
    }

    private static void expect(Answer answer) {
        if (!answer.ok()) {
            throw new LocalException(
                    "A service answered " + answer.status() + " " + answer.text("/code") + ".",
                    answer.text("/nextStep"),
                    null);
        }
    }
}
