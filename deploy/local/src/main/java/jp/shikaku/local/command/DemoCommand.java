package jp.shikaku.local.command;

import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParentCommand;

import jp.shikaku.local.demo.Story;

@Command(
        name = "demo",
        description = {
            "Play the story of Hanako, who changes jobs, over HTTP as every party. Starts what does not run and leaves it",
            "running. Ends with 1 when anything differs from what should have happened."
        })
final class DemoCommand implements Callable<Integer> {

    @ParentCommand
    private Shikaku shikaku;

    @Override
    public Integer call() {
        try (var progress = shikaku.progress()) {
            shikaku.stack().up(progress);
        }
        List<String> differences = new Story(shikaku.stack(), shikaku.out()).play();
        if (!differences.isEmpty()) {
            shikaku.out().println("\n✗ " + differences.size() + " step(s) differ from the story:");
            differences.forEach(difference -> shikaku.out().println("  " + difference));
            return ExitCode.SOFTWARE;
        }
        shikaku.out().println("\n✓ すべて筋書きどおりでした。 Everything happened as it should.");
        shikaku.out().println("  まだ動いています。 Still running: deploy/shikaku status · deploy/shikaku down [--purge]");
        return ExitCode.OK;
    }
}
