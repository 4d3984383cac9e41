package jp.shikaku.local.command;

import java.io.PrintStream;
import java.io.PrintWriter;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

import jp.shikaku.local.console.Console;
import jp.shikaku.local.console.Progress;
import jp.shikaku.local.console.ProgressBar;
import jp.shikaku.local.launch.Stack;

/** {@code deploy/shikaku}: what its commands share. */
@Command(
        name = "deploy/shikaku",
        synopsisSubcommandLabel = "COMMAND",
        description = "Runs Shikaku on this machine: real PostgreSQL, three services, a local identity.",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            TokenCommand.class,
            LoadCommand.class,
            ImportCommand.class,
            BenchCommand.class,
            DemoCommand.class,
            OqsGatewayCommand.class
        },
        footer = {
            "",
            "Environment:",
            "  SHIKAKU_DATA        where databases, keys and logs are kept (default: .shikaku)",
            "  SHIKAKU_PORT_BASE   first port; admin ports follow 1000 later, databases 7350 later (default: 8081)",
            "  SHIKAKU_FORM        jvm, aot (with a cache, by -Paot) or native (by -Pnative); default: jvm"
        })
public final class Shikaku implements Runnable {

    private static final int HELP_COLUMNS = 120;

    private final Stack stack;
    private final PrintStream out;
    private final PrintStream err;
    private final boolean terminal;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this text.")
    private boolean helpWanted;

    @Spec
    private CommandSpec spec;

    /** @param terminal whether somebody watches, so that lines may be drawn over */
    public Shikaku(Stack stack, PrintStream out, PrintStream err, boolean terminal) {
        this.stack = stack;
        this.out = out;
        this.err = err;
        this.terminal = terminal;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }

    Stack stack() {
        return stack;
    }

    PrintStream out() {
        return out;
    }

    /** Progress is no result: it goes to standard error, and standard output stays fit for a pipe. */
    Console console() {
        return new Console(err, terminal);
    }

    Progress progress() {
        return console().steps();
    }

    /** For a job whose size is known. */
    ProgressBar progressBar(String name, long total) {
        return console().bar(name, total);
    }

    /** Runs one command line. The exit code is 0 when all went well, 1 for trouble, 2 for a wrong command line. */
    public int execute(String... arguments) {
        return new CommandLine(this)
                .setUsageHelpWidth(HELP_COLUMNS)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setExecutionExceptionHandler(new Trouble(err))
                .execute(arguments);
    }
}
