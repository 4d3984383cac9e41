package jp.shikaku.eligibility.audit;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import jakarta.inject.Inject;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import org.junit.jupiter.api.Test;

import jp.shikaku.kit.testing.ServiceEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/** Looks are never deleted, and those that wait to be sealed are counted every few seconds. */
@QuarkusTest
@WithTestResource(value = ServiceEnvironment.class, scope = TestResourceScope.GLOBAL)
class BacklogPlanTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String LOOKS =
            """
            insert into pg_temp.look (id, at, actor_role, actor_id, purpose, request_id, coverage_shown, txn)
            select gen_random_uuid(), now(), 'institution', '1319999999', 'CONFIRMATION', gen_random_uuid(), true, i
            from generate_series(1, 50000) i""";

    private static final String SEAL = "insert into pg_temp.look_seal values (1, 0, 49990, 49989, '', '', now())";

    @Inject
    @ReactiveDataSource("bulk")
    Pool pool;

    @Test
    void lastFewLooksAreFoundByTheirTransactionAmongAllThatThereEverWere() {
        String plan = pool.withConnection(
                        connection -> execute(connection, "create temporary table look (like look including all)")
                                .chain(() -> execute(
                                        connection, "create temporary table look_seal (like look_seal including all)"))
                                .chain(() -> execute(connection, LOOKS))
                                .chain(() -> execute(connection, SEAL))
                                .chain(() -> execute(connection, "analyze pg_temp.look"))
                                .chain(() -> explained(connection))
                                .eventually(() -> execute(connection, "drop table pg_temp.look, pg_temp.look_seal")))
                .await()
                .atMost(PATIENCE);

        assertThat(plan).doesNotContain("Seq Scan on look ").containsPattern("Index Cond: \\(+txn >= ");
    }

    private static Uni<Void> execute(SqlConnection connection, String statement) {
        return connection.query(statement).execute().replaceWithVoid();
    }

    private static Uni<String> explained(SqlConnection connection) {
        return connection
                .query("explain (generic_plan) " + LookChain.BACKLOG)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString(0))
                        .collect(Collectors.joining("\n")));
    }
}
