package jp.shikaku.local.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jp.shikaku.local.problem.LocalException;

/**
 * One service as a process of its own, which goes on when the launcher ends. It is found again by a mark on its command
 * line, not by a number in a file: a number may be lost with a killed launcher, or belong to a stranger after a restart.
 */
final class ServiceProcess {

    /** Longer than a service takes to finish the requests it accepted (quarkus.shutdown.timeout). */
    private static final Duration GRACE = Duration.ofSeconds(25);

    private final Layout layout;
    private final Service service;

    ServiceProcess(Layout layout, Service service) {
        this.layout = layout;
        this.service = service;
    }

    Service service() {
        return service;
    }

    Optional<ProcessHandle> find() {
        return ProcessHandle.allProcesses()
                .filter(process -> arguments(process).contains(mark()))
                .findFirst();
    }

    /** Whether what runs was started from this build with this configuration. */
    boolean isCurrent(ProcessHandle process, Map<String, String> environment) {
        return arguments(process).contains(fingerprint(environment));
    }

    /**
     * Starts the service, detached from this terminal, with its output in the log.
     *
     * @throws LocalException when it has not been built
     */
    Process start(Map<String, String> environment) throws IOException {
        var flags = new ArrayList<String>(List.of("-Xmx256m", "-XX:+UseSerialGC"));
        flags.addAll(Purpose.of(environment).flags());
        // Ctrl-C in this terminal is not for the service.
        var command = new ArrayList<String>(List.of("setsid"));
        command.addAll(layout.form().command(program(), List.of(mark(), fingerprint(environment)), flags));
        var builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        builder.directory(layout.data().toFile());
        builder.redirectInput(Path.of("/dev/null").toFile());
        builder.redirectErrorStream(true).redirectOutput(freshLog().toFile());
        return builder.start();
    }

    /** Asks the service to end, and makes it end when it does not. Nothing happens when it does not run. */
    void stop() {
        find().ifPresent(process -> {
            process.destroy();
            if (!ends(process)) {
                process.destroyForcibly();
                ends(process);
            }
        });
    }

    private static boolean ends(ProcessHandle process) {
        try {
            process.onExit().get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Path program() {
        var program = layout.form().program(layout.built(service));
        if (!Files.exists(program)) {
            throw new LocalException(
                    "The " + service.label() + " service has not been built: " + program + " is missing.",
                    "Build it: " + layout.form().build());
        }
        return program;
    }

    /** The log of the run before this one is kept under another name. */
    private Path freshLog() throws IOException {
        var log = layout.log(service);
        Files.createDirectories(log.getParent());
        if (Files.exists(log)) {
            Files.move(log, log.resolveSibling(service.label() + ".previous.log"), StandardCopyOption.REPLACE_EXISTING);
        }
        return log;
    }

    private String mark() {
        return "-Dshikaku.instance=" + layout.data().resolve(service.label());
    }

    private String fingerprint(Map<String, String> environment) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(environment.toString().getBytes(StandardCharsets.UTF_8));
            try (var files = Files.walk(layout.form().parts(layout.built(service)))) {
                for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                    digest.update((file + "@" + Files.getLastModifiedTime(file)).getBytes(StandardCharsets.UTF_8));
                }
            }
            return "-Dshikaku.fingerprint=" + HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (IOException | GeneralSecurityException e) {
            throw new LocalException(
                    "The build of the " + service.label() + " service cannot be read: " + e,
                    "Build it again: " + layout.form().build(),
                    e);
        }
    }

    private static List<String> arguments(ProcessHandle process) {
        return process.info()
                .command()
                .filter(Form::isOne)
                .flatMap(command -> process.info().arguments())
                .map(Arrays::asList)
                .orElse(List.of());
    }
}
