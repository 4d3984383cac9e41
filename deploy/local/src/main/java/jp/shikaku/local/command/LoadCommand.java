package jp.shikaku.local.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.local.console.Table;
import jp.shikaku.local.http.Endpoints;
import jp.shikaku.local.http.Parties;
import jp.shikaku.local.population.Loader;
import jp.shikaku.local.population.Population;
import jp.shikaku.local.problem.LocalException;

@Command(
        name = "load",
        description = {
            "Fill the running system with synthetic people, or with files of JSON lines. Each line has a kind: insurer,",
            "employer, resident or enrolment, and the fields of that request. Loading a line again changes nothing."
        })
final class LoadCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParentCommand
    private Shikaku shikaku;

    @Spec
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private Source source;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "The same seed makes the same people (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--to", paramLabel = "FILE", description = "Write the people to FILE instead of loading them.")
    private Path target;

    /** Either files or a number of people. */
    static final class Source {

        @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files to load, in this order.")
        private List<Path> files;

        @Option(names = "--people", paramLabel = "N", description = "How many people to make up.")
        private Integer people;
    }

    @Override
    public Integer call() {
        if (source.people != null && source.people < 1) {
            throw new ParameterException(spec.commandLine(), "--people takes a number above 0");
        }
        if (target != null) {
            return write();
        }
        try (var progress = shikaku.progress()) {
            shikaku.stack().up(progress);
        }
        long total = count();
        var endpoints = new Endpoints(shikaku.stack().layout());
        Loader.Result result;
        try (var bar = shikaku.progressBar("loading", Math.max(total, 1));
                var lines = lines()) {
            result = new Loader(new Parties(shikaku.stack().identity()), endpoints, bar::add).load(lines);
        }
        return report(result);
    }

    private Integer report(Loader.Result result) {
        var table = new Table("種類 kind", "件数 number");
        result.counts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> table.row(entry.getKey(), "%,d".formatted(entry.getValue())));
        table.row("refused", "%,d".formatted(result.refused()));
        shikaku.out().println(table);
        result.refusals().forEach(refusal -> shikaku.out().println("  " + refusal));
        return result.refused() == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private Integer write() {
        try (var writer = new PrintWriter(Files.newBufferedWriter(target));
                var lines = lines()) {
            lines.forEachOrdered(writer::println);
        } catch (IOException e) {
            throw new LocalException("Cannot write " + target + ".", "Choose a file in a folder you may write to.", e);
        }
        shikaku.out().println(target);
        return ExitCode.OK;
    }

    private long count() {
        try (var lines = lines()) {
            return lines.count();
        }
    }

    private Stream<ObjectNode> lines() {
        return source.people != null
                ? new Population(seed, JapanTime.today(Clock.systemUTC())).lines(source.people)
                : source.files.stream().flatMap(LoadCommand::linesOf);
    }

    private static Stream<ObjectNode> linesOf(Path file) {
        try {
            BufferedReader reader = Files.newBufferedReader(file);
            return reader.lines()
                    .filter(line -> !line.isBlank())
                    .map(LoadCommand::read)
                    .onClose(() -> close(reader));
        } catch (NoSuchFileException e) {
            throw new LocalException("There is no file " + file + ".", "Check the path.", e);
        } catch (MalformedInputException e) {
            throw new LocalException(file + " is not UTF-8.", "Convert it to UTF-8 and load it again.", e);
        } catch (IOException e) {
            throw new LocalException("Cannot read " + file + ".", "Check that you may read it.", e);
        }
    }

    /** A line that is no JSON object goes on as one of no kind, and is reported with its number. */
    private static ObjectNode read(String line) {
        try {
            return JSON.readTree(line) instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
        } catch (JsonProcessingException e) {
            return JsonNodeFactory.instance.objectNode();
        }
    }

    private static void close(BufferedReader reader) {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
