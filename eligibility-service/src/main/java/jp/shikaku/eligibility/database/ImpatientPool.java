package jp.shikaku.eligibility.database;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Singleton;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The connections of a service whose callers wait at a desk. What takes too long ends by itself, in PostgreSQL and in
 * the queue for a connection: otherwise the questions nobody waits for any more would hold up those of tomorrow.
 */
@Singleton
class ImpatientPool implements PgPoolCreator {

    private final int giveUpMillis;

    /** @param giveUpAfter for each of: connecting, waiting for a free connection, one statement */
    ImpatientPool(@ConfigProperty(name = "shikaku.database.give-up-after") Duration giveUpAfter) {
        this.giveUpMillis = Math.toIntExact(giveUpAfter.toMillis());
    }

    @Override
    public Pool create(Input input) {
        input.pgConnectOptionsList().forEach(database -> {
            database.setConnectTimeout(giveUpMillis);
            database.addProperty("statement_timeout", Integer.toString(giveUpMillis));
        });
        return PgBuilder.pool()
                .with(input.poolOptions()
                        .setConnectionTimeout(giveUpMillis)
                        .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS))
                .connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList()))
                .using(input.vertx())
                .build();
    }
}
