package jp.shikaku.kit.probe;

import java.util.Arrays;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/**
 * Tells which migrations this release waits for, where somebody else makes them ({@code
 * quarkus.flyway.migrate-at-start=false}). Asked until all are there, and never again: what was applied stays.
 */
@Readiness
@ApplicationScoped
class SchemaHealth implements HealthCheck {

    private static final String NAME = "schema";
    private static final int MOST_NAMED = 5;

    private final Flyway flyway;
    private volatile boolean complete;

    SchemaHealth(Flyway flyway) {
        this.flyway = flyway;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named(NAME);
        if (complete) {
            return answer.up().build();
        }
        try {
            MigrationInfo[] pending = flyway.info().pending();
            complete = pending.length == 0;
            return complete ? answer.up().build() : waiting(answer, pending);
        } catch (FlywayException e) {
            // Its message names the address of the database.
            return answer.down()
                    .withData("waits for", "the database")
                    .withData("remedy", "see the other checks")
                    .build();
        }
    }

    private static HealthCheckResponse waiting(HealthCheckResponseBuilder answer, MigrationInfo[] pending) {
        String first = String.join(
                ", ",
                Arrays.stream(pending)
                        .limit(MOST_NAMED)
                        .map(migration -> migration.getVersion() + " " + migration.getDescription())
                        .toList());
        return answer.down()
                .withData("waits for", pending.length + " migrations: " + first)
                .withData("remedy", "run the migration job of this release")
                .build();
    }
}
