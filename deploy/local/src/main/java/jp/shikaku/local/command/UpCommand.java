package jp.shikaku.local.command;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParentCommand;

@Command(name = "up", description = "Start the databases and the services, and wait until they are ready.")
final class UpCommand implements Callable<Integer> {

    @ParentCommand
    private Shikaku shikaku;

    @Override
    public Integer call() {
        boolean started;
        try (var progress = shikaku.progress()) {
            started = !shikaku.stack().up(progress).isEmpty();
        }
        shikaku.out().println(started ? "Shikaku is up." : "Shikaku was up already.");
        shikaku.out().println();
        shikaku.out().println(new StatusTable(shikaku.stack()));
        return ExitCode.OK;
    }
}
