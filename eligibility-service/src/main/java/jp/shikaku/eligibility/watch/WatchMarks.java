package jp.shikaku.eligibility.watch;

import java.util.Collection;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.contracts.person.SubjectKey;
import jp.shikaku.eligibility.coverage.CoverageObserver;
import jp.shikaku.eligibility.coverage.TouchedKeys;

/**
 * Marks, in the transaction that applies coverages, the watches whose answer may have changed. Only rows are added, so that
 * linkage waits for no watch, and nothing that is wrong with a watch can hold a coverage up.
 */
@ApplicationScoped
class WatchMarks implements CoverageObserver {

    private static final String MARK =
            """
            with marked as (
                insert into watch_due (watch_id)
                select id from watch where state = 'OPEN' and (subject_key = any($1) or person_key = any($2))
                returning id)
            select pg_notify($3, '') from marked limit 1""";

    private final WatchWorker worker;

    WatchMarks(WatchWorker worker) {
        this.worker = worker;
    }

    @Override
    public Uni<Runnable> applied(SqlConnection transaction, TouchedKeys keys) {
        return transaction
                .preparedQuery(MARK)
                .execute(Tuple.of(
                        texts(keys.subjects(), SubjectKey::value),
                        texts(keys.persons(), PersonKey::value),
                        WatchWorker.CHANNEL))
                .map(rows -> rows.size() > 0 ? worker::wake : () -> {});
    }

    private static <T> String[] texts(Collection<T> keys, Function<T, String> text) {
        return keys.stream().map(text).toArray(String[]::new);
    }
}
