package jp.shikaku.local.command;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParentCommand;

import jp.shikaku.local.launch.Stack.Status;

@Command(name = "status", description = "Show what runs, and where. The exit code is 3 when not everything is well.")
final class StatusCommand implements Callable<Integer> {

    /** As systemctl status has it. */
    private static final int NOT_RUNNING = 3;

    @ParentCommand
    private Shikaku shikaku;

    @Override
    public Integer call() {
        shikaku.out().println(new StatusTable(shikaku.stack()));
        return shikaku.stack().status().stream().allMatch(Status::isWell) ? ExitCode.OK : NOT_RUNNING;
    }
}
