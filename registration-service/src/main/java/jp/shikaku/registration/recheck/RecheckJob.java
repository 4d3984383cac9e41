package jp.shikaku.registration.recheck;

import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import jp.shikaku.registration.enrolment.StockCheck;
import jp.shikaku.registration.enrolment.StockCheck.Part;
import jp.shikaku.registration.pace.StockJob;
import jp.shikaku.registration.recheck.RecheckStore.Leased;
import jp.shikaku.registration.resident.RegisterUnavailableException;

/** The check that is under way. */
@ApplicationScoped
class RecheckJob implements StockJob {

    private static final int PART = 1_000;

    private final RecheckStore store;
    private final StockCheck stock;

    RecheckJob(RecheckStore store, StockCheck stock) {
        this.store = store;
        this.stock = stock;
    }

    @Override
    public String name() {
        return "the check of the stock";
    }

    @Override
    public Uni<Optional<Step>> lease(Duration lease) {
        return store.lease(lease).map(found -> found.map(this::step));
    }

    private Step step(Leased leased) {
        return () -> stock.check(leased.last(), PART)
                .onFailure(RegisterUnavailableException.class)
                .call(failure -> store.waitForRegister(leased.id()))
                .map(part -> done(leased, part));
    }

    private Done done(Leased leased, Part part) {
        if (part.last() == null) {
            return (worked, lease) -> store.finish(leased.id()).replaceWith(Optional::empty);
        }
        return (worked, lease) -> store.advance(leased.id(), part, worked, lease)
                .map(goesOn -> goesOn ? Optional.of(step(new Leased(leased.id(), part.last()))) : Optional.empty());
    }
}
