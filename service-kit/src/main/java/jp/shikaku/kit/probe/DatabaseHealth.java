package jp.shikaku.kit.probe;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.pgclient.PgException;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.flywaydb.core.Flyway;

/**
 * Whether the database answers, and has what this release needs. Tells which migrations it waits for where somebody else makes
 * them ({@code quarkus.flyway.migrate-at-start=false}); they are looked for until all are there, and never again: what was
 * applied stays. Asked over the connections of requests: opening one for JDBC took a replica longer than all else in this probe.
 */
@Readiness
@ApplicationScoped
class DatabaseHealth implements AsyncHealthCheck {

    private static final String NAME = "database";
    private static final int MOST_NAMED = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final String ANSWERS = "select 1";
    private static final String APPLIED =
            "select version from flyway_schema_history where success and version is not null";
    /** SQLSTATE: nothing has migrated here yet. */
    private static final String NO_SUCH_TABLE = "42P01";

    private final Pool pool;
    private final List<Migration> needed;
    private volatile boolean complete;

    DatabaseHealth(Pool pool, Flyway flyway) {
        this.pool = pool;
        this.needed = Migration.allOf(flyway);
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return (complete ? pool.query(ANSWERS).execute().map(rows -> List.<Migration>of()) : missing())
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .map(this::answer)
                .onFailure()
                .recoverWithItem(DatabaseHealth::unreachable);
    }

    private Uni<List<Migration>> missing() {
        return pool.query(APPLIED)
                .execute()
                .map(DatabaseHealth::versions)
                .onFailure(DatabaseHealth::isEmptyDatabase)
                .recoverWithItem(Set.of())
                .map(applied -> needed.stream()
                        .filter(migration -> !applied.contains(migration.version()))
                        .toList());
    }

    private static Set<String> versions(RowSet<Row> rows) {
        Set<String> versions = new HashSet<>();
        rows.forEach(row -> versions.add(row.getString("version")));
        return versions;
    }

    private static boolean isEmptyDatabase(Throwable failure) {
        return failure instanceof PgException database && NO_SUCH_TABLE.equals(database.getSqlState());
    }

    private HealthCheckResponse answer(List<Migration> missing) {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named(NAME);
        if (missing.isEmpty()) {
            complete = true;
            return answer.up().build();
        }
        List<String> first =
                missing.stream().limit(MOST_NAMED).map(Migration::toString).toList();
        return answer.down()
                .withData("waits for", missing.size() + " migrations: " + String.join(", ", first))
                .withData("remedy", "run the migration job of this release")
                .build();
    }

    /** The message of {@code failure} names the address of the database. */
    private static HealthCheckResponse unreachable(Throwable failure) {
        return HealthCheckResponse.named(NAME)
                .down()
                .withData("waits for", "the database")
                .withData("remedy", "see that it runs and can be reached from here")
                .build();
    }
}
