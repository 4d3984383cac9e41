package jp.shikaku.eligibility.watch;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;

import jp.shikaku.contracts.number.InstitutionCode;

/** Who has a stream open at this replica, and is to be told that there are events. */
@ApplicationScoped
class WatchAudience {

    /** The streams of one institution. */
    private static final class Row {

        private volatile int streams;
        private final AtomicLong rings = new AtomicLong();
        private final AtomicLong seen = new AtomicLong();
        private final Set<UniEmitter<? super Void>> waiting = ConcurrentHashMap.newKeySet();
    }

    private final Map<String, Row> rows = new ConcurrentHashMap<>();
    private final AtomicInteger performance = new AtomicInteger();

    /** @return whether there was room; who got in has to {@link #leave} */
    boolean enter(InstitutionCode institution, int most) {
        boolean[] in = {false};
        rows.compute(institution.value(), (code, row) -> {
            Row entered = row == null ? new Row() : row;
            if (entered.streams < most) {
                entered.streams++;
                in[0] = true;
            }
            return entered;
        });
        return in[0];
    }

    void leave(InstitutionCode institution) {
        rows.computeIfPresent(institution.value(), (code, row) -> --row.streams == 0 ? null : row);
    }

    int streams() {
        return rows.values().stream().mapToInt(row -> row.streams).sum();
    }

    Set<String> institutions() {
        return Set.copyOf(rows.keySet());
    }

    /** To be taken before the events are read, and handed to {@link #ringAfter}: nothing is missed in between. */
    long rings(InstitutionCode institution) {
        Row row = rows.get(institution.value());
        return row == null ? 0 : row.rings.get();
    }

    /** Completes at the next ring behind {@code rings}, or after {@code atMost}. */
    Uni<Void> ringAfter(InstitutionCode institution, long rings, Duration atMost) {
        Row row = rows.get(institution.value());
        if (row == null) {
            return Uni.createFrom().voidItem();
        }
        Consumer<UniEmitter<? super Void>> wait = emitter -> {
            row.waiting.add(emitter);
            emitter.onTermination(() -> row.waiting.remove(emitter));
            if (row.rings.get() != rings) {
                emitter.complete(null);
            }
        };
        return Uni.createFrom().emitter(wait).ifNoItem().after(atMost).recoverWithItem((Void) null);
    }

    void seen(InstitutionCode institution, long event) {
        Row row = rows.get(institution.value());
        if (row != null) {
            row.seen.accumulateAndGet(event, Math::max);
        }
    }

    void ring(String institution) {
        Row row = rows.get(institution);
        if (row != null) {
            row.rings.incrementAndGet();
            row.waiting.forEach(emitter -> {
                row.waiting.remove(emitter);
                emitter.complete(null);
            });
        }
    }

    /** Rings where there is more than anybody has seen. */
    void ringBehind(Map<String, Long> last) {
        last.forEach((institution, number) -> {
            Row row = rows.get(institution);
            if (row != null && row.seen.get() < number) {
                ring(institution);
            }
        });
    }

    /** Which streams are meant to go on: those that were opened since the number is this. */
    int performance() {
        return performance.get();
    }

    /** Ends every stream that is open. Their readers come again, to whoever is there then. */
    void endAll() {
        performance.incrementAndGet();
        rows.keySet().forEach(this::ring);
    }
}
