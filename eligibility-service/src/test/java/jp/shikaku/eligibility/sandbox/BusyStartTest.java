package jp.shikaku.eligibility.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import jp.shikaku.eligibility.testing.Ledger;
import jp.shikaku.kit.testing.ServiceEnvironment;
import jp.shikaku.local.postgres.LocalPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Where everything starts at once a statement takes longer than a clinic would wait: the start goes on all the same. */
@QuarkusTest
@TestProfile(SandboxTest.Open.class)
@WithTestResource(value = ServiceEnvironment.class, scope = TestResourceScope.GLOBAL)
class BusyStartTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String LINKING =
            "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like '%coverage%'";

    LocalPostgres postgres;

    @Inject
    SandboxMembers members;

    @Test
    void sandboxIsLinkedOnceTheDatabaseHasTime() throws SQLException {
        CompletableFuture<Void> start;
        try (Connection other = new Ledger(postgres).connect()) {
            lock(other);

            start = CompletableFuture.runAsync(this::link);
            // Given up by PostgreSQL once, and tried again.
            await().atMost(PATIENCE).until(() -> statementsLinking() > 0);
            await().atMost(PATIENCE).until(() -> statementsLinking() == 0);
            await().atMost(PATIENCE).until(() -> statementsLinking() > 0);
            assertThat(start).isNotDone();
        }

        assertThat(start).succeedsWithin(PATIENCE);
    }

    private void link() {
        try {
            members.link(new StartupEvent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void lock(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("lock table coverage in access exclusive mode");
        }
    }

    private long statementsLinking() throws SQLException {
        return new Ledger(postgres).number(LINKING);
    }
}
