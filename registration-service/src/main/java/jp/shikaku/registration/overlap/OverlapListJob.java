package jp.shikaku.registration.overlap;

import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import jp.shikaku.registration.overlap.OverlapFinder.Part;
import jp.shikaku.registration.overlap.OverlapListStore.Leased;
import jp.shikaku.registration.pace.StockJob;

/** The list that is being compiled. */
@ApplicationScoped
class OverlapListJob implements StockJob {

    private static final int PART = 1_000;

    private final OverlapListStore store;
    private final OverlapFinder finder;

    OverlapListJob(OverlapListStore store, OverlapFinder finder) {
        this.store = store;
        this.finder = finder;
    }

    @Override
    public String name() {
        return "the list of overlaps";
    }

    @Override
    public Uni<Optional<Step>> lease(Duration lease) {
        return store.lease(lease).map(found -> found.map(this::step));
    }

    private Step step(Leased leased) {
        return () -> finder.next(leased.last(), PART, leased.day()).map(part -> done(leased, part));
    }

    private Done done(Leased leased, Part part) {
        if (part.last() == null) {
            return (worked, lease) -> store.finish(leased.id()).replaceWith(Optional::empty);
        }
        return (worked, lease) -> store.advance(leased, part, lease)
                .map(goesOn -> goesOn ? Optional.of(step(leased.after(part.last()))) : Optional.empty());
    }
}
