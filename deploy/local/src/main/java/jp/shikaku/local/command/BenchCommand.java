package jp.shikaku.local.command;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.local.bench.BatchBench;
import jp.shikaku.local.bench.ConfirmationBench;
import jp.shikaku.local.bench.RegistrationBench;

@Command(
        name = "bench",
        description = {
            "Measure what registration takes in, beside what PostgreSQL itself does on this machine in the same run;",
            "or, with --batch, a batch of questions beside single ones, or with --confirmations single ones alone.",
            "What is measured is warmed up first, which takes minutes. Best on a system that was just purged, with nothing",
            "else running. Ends by itself."
        })
final class BenchCommand implements Callable<Integer> {

    @ParentCommand
    private Shikaku shikaku;

    @Option(names = "--rows", defaultValue = "100000", description = "Rows of the file (default: ${DEFAULT-VALUE}).")
    private long rows;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description =
                    "Another makes other people (default: 1); with --batch and --confirmations those of this one who"
                            + " are there already are used again.")
    private long seed;

    @Option(names = "--singles", description = "Only send single enrolments, to look at them alone.")
    private boolean singles;

    @Option(
            names = "--linkage",
            description = "Only measure how soon eligibility has what was cleared, at 500 a second.")
    private boolean linkage;

    @Option(
            names = "--batch",
            description = "Measure a batch of as many questions as --rows beside single ones instead.")
    private boolean batch;

    @Option(names = "--confirmations", description = "Measure single questions beside a bare endpoint; needs wrk.")
    private boolean confirmations;

    @Option(
            names = "--people",
            defaultValue = "100000",
            description =
                    "With --confirmations and --batch: how many coverages there are at least (default: ${DEFAULT-VALUE}).")
    private long people;

    @Option(
            names = "--per-second",
            defaultValue = "200",
            description = "With --batch: single questions a second (default: ${DEFAULT-VALUE}).")
    private int perSecond;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        if (rows < 1 || people < 1 || perSecond < 1) {
            throw new ParameterException(spec.commandLine(), "--rows, --people and --per-second have to be 1 or more.");
        }
        try (var progress = shikaku.progress()) {
            shikaku.stack().upForWork(progress);
        }
        if (confirmations) {
            shikaku.out().println(new ConfirmationBench(shikaku.stack(), shikaku.console()).run(seed, people));
            return ExitCode.OK;
        }
        if (batch) {
            shikaku.out()
                    .println(new BatchBench(shikaku.stack(), shikaku.console())
                            .run(seed, Math.toIntExact(rows), people, perSecond));
            return ExitCode.OK;
        }
        var bench = new RegistrationBench(shikaku.stack(), JapanTime.today(Clock.systemUTC()));
        if (linkage) {
            shikaku.out().println(bench.linkage(seed));
            return ExitCode.OK;
        }
        shikaku.out().println(singles ? bench.singles(seed) : bench.run(seed, rows));
        return ExitCode.OK;
    }
}
