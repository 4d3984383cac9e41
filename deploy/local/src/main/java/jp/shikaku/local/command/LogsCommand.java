package jp.shikaku.local.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

import jp.shikaku.local.launch.Service;
import jp.shikaku.local.problem.LocalException;

@Command(name = "logs", description = "Show the end of the logs.")
final class LogsCommand implements Callable<Integer> {

    @ParentCommand
    private Shikaku shikaku;

    @Parameters(arity = "0..1", description = "registration, eligibility or inquiry (default: all).")
    private Service service;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on showing new lines until Ctrl-C.")
    private boolean follow;

    @Option(names = "--database", description = "Show the log of the database instead.")
    private boolean database;

    @Option(
            names = {"-n", "--lines"},
            defaultValue = "100",
            description = "How many lines of each log (default: ${DEFAULT-VALUE}).")
    private int lines;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var logs = Stream.of(Service.values())
                .filter(each -> service == null || service == each)
                .map(this::log)
                .filter(Files::exists)
                .map(Path::toString)
                .toList();
        if (logs.isEmpty()) {
            throw new LocalException("There is no log yet.", "Start the system: deploy/shikaku up");
        }
        var tail = new ArrayList<>(List.of("tail", "-n", Integer.toString(lines)));
        if (follow) {
            tail.add("-F");
        }
        tail.addAll(logs);
        return new ProcessBuilder(tail).inheritIO().start().waitFor();
    }

    private Path log(Service each) {
        var stack = shikaku.stack();
        return database
                ? stack.layout().postgres().resolve(each.label()).resolve("server.log")
                : stack.layout().log(each);
    }
}
