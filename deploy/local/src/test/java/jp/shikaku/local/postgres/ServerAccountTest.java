package jp.shikaku.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import jp.shikaku.local.postgres.ServerAccount.OtherUser;
import jp.shikaku.local.problem.LocalException;
import jp.shikaku.local.process.Folders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Where user namespaces are forbidden, root hands the server to somebody else. */
class ServerAccountTest {

    private static final Path HOME = Path.of("target", "postgres-of-nobody");
    private static final ServerAccount NOBODY =
            new OtherUser(List.of("setpriv", "--reuid", "nobody", "--clear-groups", "--"), "nobody");

    @BeforeEach
    void onlyRootCanBecomeSomebodyElse() {
        assumeTrue(System.getProperty("user.name").equals("root"));
    }

    @AfterEach
    void leaveNothing() throws IOException {
        Folders.delete(HOME);
    }

    @Test
    void aServerOfAnotherUserStartsAndStops() throws IOException {
        var server = new LocalPostgres(new PostgresHome(HOME), "theirs", PostgresSettings.forTests(), NOBODY);
        server.start();
        try {
            server.createDatabase("eligibility");
            assertThat(Files.getOwner(server.log())).hasToString("nobody");
        } finally {
            server.stop();
        }
        assertThat(server.isRunning()).isFalse();
    }

    @Test
    void aFolderTheyCannotReachIsNamed(@TempDir Path closed) throws IOException {
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        var inside = Files.createDirectory(closed.resolve("server"));

        assertThatThrownBy(() -> NOBODY.handOver(inside))
                .isInstanceOf(LocalException.class)
                .hasMessageContaining("nobody")
                .hasMessageContaining(closed.toString());
    }
}
