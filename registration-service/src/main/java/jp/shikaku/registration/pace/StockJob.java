package jp.shikaku.registration.pace;

import java.time.Duration;
import java.util.Optional;

import io.smallrye.mutiny.Uni;

/** Work on the whole stock that is done part by part. One replica holds its lease; each part is written down. */
public interface StockJob {

    /** As the log calls it. */
    String name();

    /** Takes the lease; empty when there is nothing to do, or somebody else holds it. */
    Uni<Optional<Step>> lease(Duration lease);

    /** The next part, under a lease that is held. */
    interface Step {

        Uni<Done> work();
    }

    /** A part that was worked on, and is not written down yet. */
    interface Done {

        /**
         * Writes it down.
         *
         * @param worked how long it took
         * @param lease for which the lease is held from now on
         * @return what is next; empty when the job is over, was stopped, or is another's by now
         */
        Uni<Optional<Step>> keep(Duration worked, Duration lease);
    }
}
