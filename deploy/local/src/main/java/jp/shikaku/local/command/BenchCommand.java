package jp.shikaku.local.command;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.local.bench.BatchBench;
import jp.shikaku.local.bench.ConfirmationBench;
import jp.shikaku.local.bench.RegistrationBench;

@Command(
        name = "bench",
        description = {
            "Measure what registration takes in, beside what PostgreSQL itself does on this machine in the same run;",
            "or, with --batch, a batch of questions beside single ones, or with --confirmations single ones alone.",
            "Best on a system that was just purged, with nothing else running. Ends by itself."
        })
final class BenchCommand implements Callable<Integer> {

    @ParentCommand
    private Shikaku shikaku;

    @Option(names = "--rows", defaultValue = "100000", description = "Rows of the file (default: ${DEFAULT-VALUE}).")
    private long rows;

    @Option(names = "--seed", defaultValue = "1", description = "Another makes other people (default: 1).")
    private long seed;

    @Option(names = "--singles", description = "Only send single enrolments, to look at them alone.")
    private boolean singles;

    @Option(
            names = "--linkage",
            description = "Only measure how soon eligibility has what was cleared, at 500 a second.")
    private boolean linkage;

    @Option(names = "--batch", description = "Measure a batch of as many questions beside single ones instead.")
    private boolean batch;

    @Option(names = "--confirmations", description = "Measure single questions beside a bare endpoint; needs wrk.")
    private boolean confirmations;

    @Option(
            names = "--people",
            defaultValue = "100000",
            description = "With --confirmations: how many coverages there are (default: ${DEFAULT-VALUE}).")
    private long people;

    @Option(
            names = "--per-second",
            defaultValue = "200",
            description = "With --batch: single questions a second (default: ${DEFAULT-VALUE}).")
    private int perSecond;

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        try (var progress = shikaku.progress()) {
            shikaku.stack().upForWork(progress);
        }
        if (confirmations) {
            shikaku.out().println(new ConfirmationBench(shikaku.stack(), shikaku::progressBar).run(seed, people));
            return ExitCode.OK;
        }
        if (batch) {
            shikaku.out().println(new BatchBench(shikaku.stack()).run(seed, Math.toIntExact(rows), perSecond));
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
