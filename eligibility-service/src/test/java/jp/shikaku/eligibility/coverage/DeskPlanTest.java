package jp.shikaku.eligibility.coverage;

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

/** The plan of a question is made once, maybe while nobody is linked yet, and kept when millions are. */
@QuarkusTest
@WithTestResource(value = ServiceEnvironment.class, scope = TestResourceScope.GLOBAL)
class DeskPlanTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    @ReactiveDataSource("desk")
    Pool desk;

    @Inject
    Pool usual;

    @Test
    void planIsMadeOnceForWhateverIsAsked() {
        assertThat(text(desk, "show plan_cache_mode")).isEqualTo("force_generic_plan");
        assertThat(text(usual, "show plan_cache_mode")).isEqualTo("auto");
        assertThat(text(desk, "show statement_timeout")).isEqualTo("1100ms");
    }

    @Test
    void planLeavesNoWayButTheKeyAlsoWhereTheTableIsTakenForEmpty() {
        String plan = await(desk.withConnection(connection -> connection
                .query("create temporary table coverage (like coverage including indexes)")
                .execute()
                .chain(() -> connection.query("analyze pg_temp.coverage").execute())
                .chain(() -> explained(connection))
                .eventually(
                        () -> connection.query("drop table pg_temp.coverage").execute())));

        assertThat(plan)
                .doesNotContain("Seq Scan", "Hash Join", "Merge Join")
                .containsPattern("Index Cond: .*subject_key = asked\\.subject_key")
                .containsPattern("Index Cond: .*person_key = ANY");
    }

    private static Uni<String> explained(SqlConnection connection) {
        return connection
                .query("explain (generic_plan) " + CoverageStore.OF_HOLDERS)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString(0))
                        .collect(Collectors.joining("\n")));
    }

    private static String text(Pool pool, String query) {
        return await(
                pool.query(query).execute().map(rows -> rows.iterator().next().getString(0)));
    }

    private static <T> T await(Uni<T> answer) {
        return answer.await().atMost(PATIENCE);
    }
}
