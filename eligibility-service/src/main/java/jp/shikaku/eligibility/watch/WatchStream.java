package jp.shikaku.eligibility.watch;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

import jp.shikaku.contracts.number.InstitutionCode;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.eligibility.watch.WatchFeed.Told;

/** The events of an institution as they happen. Goes at the pace of its reader, and outlives outages of the database. */
@ApplicationScoped
class WatchStream {

    private static final Logger LOG = Logger.getLogger(WatchStream.class);
    private static final int PAGE = 100;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final WatchFeed feed;
    private final WatchAudience audience;
    private final WatchConfig config;

    WatchStream(WatchFeed feed, WatchAudience audience, WatchConfig config) {
        this.feed = feed;
        this.audience = audience;
        this.config = config;
    }

    /**
     * @param after number of the last event that is known; {@code null} for events from now on
     * @return lists of events; an empty list where there was nothing to tell for a while
     */
    Multi<List<Told>> open(InstitutionCode institution, Long after) {
        if (!audience.enter(institution, config.streamsPerInstitution())) {
            throw ProblemType.TOO_MANY_REQUESTS.exception();
        }
        AtomicBoolean left = new AtomicBoolean();
        AtomicLong known = new AtomicLong(-1);
        int performance = audience.performance();
        return Multi.createBy()
                .repeating()
                .uni(() -> next(institution, after, known))
                .indefinitely()
                .select()
                .first(events -> audience.performance() == performance)
                .onTermination()
                .invoke(() -> {
                    if (left.compareAndSet(false, true)) {
                        audience.leave(institution);
                    }
                });
    }

    private Uni<List<Told>> next(InstitutionCode institution, Long after, AtomicLong known) {
        Uni<List<Told>> next = known.get() < 0 ? begin(institution, after, known) : more(institution, known);
        return next.onFailure().recoverWithUni(failure -> {
            LOG.debugf("a stream pauses: %s", failure.getClass().getName());
            return Uni.createFrom().item(List.<Told>of()).onItem().delayIt().by(PAUSE);
        });
    }

    /** Says something at once, so that the reader knows it is connected, and from where on it is told everything. */
    private Uni<List<Told>> begin(InstitutionCode institution, Long after, AtomicLong known) {
        Uni<Long> position =
                after == null ? feed.last(institution) : Uni.createFrom().item(after);
        return position.invoke(number -> {
                    audience.seen(institution, number);
                    known.set(number);
                })
                .replaceWith(List.of());
    }

    private Uni<List<Told>> more(InstitutionCode institution, AtomicLong known) {
        long rings = audience.rings(institution);
        return read(institution, known)
                .flatMap(found -> found.isEmpty()
                        ? audience.ringAfter(institution, rings, config.heartbeat())
                                .flatMap(rung -> read(institution, known))
                        : Uni.createFrom().item(found));
    }

    private Uni<List<Told>> read(InstitutionCode institution, AtomicLong known) {
        return feed.read(institution, known.get(), PAGE).invoke(found -> {
            if (!found.isEmpty()) {
                long last = found.get(found.size() - 1).event().id();
                known.set(last);
                audience.seen(institution, last);
            }
        });
    }
}
