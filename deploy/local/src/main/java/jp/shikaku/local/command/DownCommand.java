package jp.shikaku.local.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(name = "down", description = "Stop the services and the databases.")
final class DownCommand implements Runnable {

    @ParentCommand
    private Shikaku shikaku;

    @Option(names = "--purge", description = "Also remove all data: databases, keys, tokens and logs.")
    private boolean purge;

    @Override
    public void run() {
        try (var progress = shikaku.progress()) {
            progress.during("stopping", () -> shikaku.stack().down(purge));
        }
        shikaku.out()
                .println(
                        purge
                                ? "Shikaku is down; " + shikaku.stack().layout().data() + " is removed."
                                : "Shikaku is down; its data are kept.");
    }
}
