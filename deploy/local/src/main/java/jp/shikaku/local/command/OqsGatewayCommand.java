package jp.shikaku.local.command;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

import jp.shikaku.contracts.number.InstitutionCode;
import jp.shikaku.local.gateway.Gateway;
import jp.shikaku.local.gateway.GatewaySettings;
import jp.shikaku.local.identity.Role;
import jp.shikaku.local.launch.Service;
import jp.shikaku.local.problem.LocalException;

@Command(
        name = "oqs-gateway",
        description = {
            "Answer the XML requests (OQSsiquc01req, OQSmuquc01req, OQSmuquc02req) that a receipt computer drops into one",
            "folder with files of the same name in another, until Ctrl-C. Each request is answered once, also after a crash."
        })
final class OqsGatewayCommand implements Callable<Integer> {

    private static final Duration TOKEN_VALID = Duration.ofHours(1);

    @ParentCommand
    private Shikaku shikaku;

    @Option(names = "--req", required = true, paramLabel = "DIR", description = "Where requests are dropped.")
    private Path requests;

    @Option(names = "--res", required = true, paramLabel = "DIR", description = "Where answers are looked for.")
    private Path answers;

    @Option(
            names = "--institution",
            required = true,
            paramLabel = "CODE",
            description = "医療機関コード, ten digits: whose receipt computer it is.")
    private String institution;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "A file with the bearer token, read anew each time (default: this machine's identity).")
    private Path tokenFile;

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "The eligibility service (default: the one on this machine).")
    private URI server;

    @Option(
            names = "--work",
            paramLabel = "DIR",
            description =
                    "Where requests are kept meanwhile, on the file system of --req (default: oqs-gateway beside it).")
    private Path work;

    @Option(names = "--poll", defaultValue = "PT1S", description = "How often to look (default: ${DEFAULT-VALUE}).")
    private Duration poll;

    @Option(
            names = "--settle",
            defaultValue = "PT0.2S",
            description = "How long a file rests before it counts as written (default: ${DEFAULT-VALUE}).")
    private Duration settle;

    @Option(
            names = "--incomplete-after",
            defaultValue = "PT10S",
            description = "The same for a file that does not end as it should (default: ${DEFAULT-VALUE}).")
    private Duration incomplete;

    @Option(
            names = "--give-up-after",
            defaultValue = "PT10S",
            description = "How long to try before the answer is 判定不能 (default: ${DEFAULT-VALUE}).")
    private Duration giveUp;

    @Option(
            names = "--keep",
            defaultValue = "PT24H",
            description = "How long answered requests are kept (default: ${DEFAULT-VALUE}).")
    private Duration keep;

    @Option(names = "--once", description = "Answer what is there, and end.")
    private boolean once;

    @Override
    public Integer call() throws IOException, InterruptedException {
        InstitutionCode code = InstitutionCode.of(institution);
        Path folder = requests.toAbsolutePath().normalize();
        GatewaySettings settings = new GatewaySettings(
                folder,
                answers.toAbsolutePath().normalize(),
                work == null ? folder.resolveSibling("oqs-gateway") : work.toAbsolutePath(),
                code.value(),
                poll,
                settle,
                incomplete,
                giveUp,
                keep);
        try (Gateway gateway = new Gateway(settings, address(), token(code), shikaku.out(), Clock.systemUTC())) {
            shikaku.out()
                    .println("watching " + settings.requests() + " for " + code + ", answers in " + settings.answers());
            if (once) {
                gateway.runOnce();
            } else {
                Runtime.getRuntime().addShutdownHook(new Thread(gateway::stop, "oqs-gateway-stop"));
                gateway.run();
            }
        }
        return ExitCode.OK;
    }

    private URI address() {
        return server == null ? shikaku.stack().layout().address(Service.ELIGIBILITY) : server;
    }

    private Supplier<String> token(InstitutionCode code) {
        if (tokenFile != null) {
            return () -> read(tokenFile);
        }
        var identity = shikaku.stack().identity();
        return () -> identity.token(Role.INSTITUTION, code.value(), TOKEN_VALID);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new LocalException(
                    "Cannot read the token in " + file + ".", "Check the path and that you may read it.", e);
        }
    }
}
