package jp.shikaku.eligibility.coverage;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Who has to know of applied versions for certain: is told in the transaction that applies them. */
public interface CoverageObserver {

    /** @return what is to be done once the transaction has committed */
    Uni<Runnable> applied(SqlConnection transaction, TouchedKeys keys);
}
