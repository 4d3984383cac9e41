package jp.shikaku.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import jp.shikaku.local.process.Folders;
import jp.shikaku.local.process.Owner;

/** Servers that live as long as a test run. Their folders carry the run's process, so that a killed run is cleaned up. */
final class TestServers {

    private static final Pattern NAME = Pattern.compile("test-(\\d+-\\d+)-\\w+");

    private TestServers() {}

    static LocalPostgres start(Path home) throws IOException {
        sweep(home);
        var name =
                "test-" + Owner.current() + "-" + UUID.randomUUID().toString().substring(0, 8);
        var server = LocalPostgres.in(home, name, PostgresSettings.forTests());
        // A test run that is interrupted does not come to its close().
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        server.start();
        return server;
    }

    static void deleteIfTest(Path folder) throws IOException {
        if (NAME.matcher(folder.getFileName().toString()).matches()) {
            Folders.delete(folder);
        }
    }

    /** Ends and deletes the servers of runs that were killed. */
    private static void sweep(Path home) throws IOException {
        for (var folder : leftBehind(home)) {
            new ServerProcess(folder.resolve(PostgresHome.DATA)).kill();
            Folders.delete(folder);
        }
    }

    private static List<Path> leftBehind(Path home) throws IOException {
        if (!Files.isDirectory(home)) {
            return List.of();
        }
        try (var folders = Files.list(home)) {
            return folders.filter(TestServers::isLeftBehind).toList();
        }
    }

    private static boolean isLeftBehind(Path folder) {
        var matcher = NAME.matcher(folder.getFileName().toString());
        return matcher.matches()
                && Owner.parse(matcher.group(1)).filter(Owner::isAlive).isEmpty();
    }
}
