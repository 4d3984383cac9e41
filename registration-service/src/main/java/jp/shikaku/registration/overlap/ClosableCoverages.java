package jp.shikaku.registration.overlap;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

import jp.shikaku.contracts.number.InsurerNumber;

/** The records of the insurers, where a coverage is closed. */
public interface ClosableCoverages {

    /**
     * The end of a coverage.
     *
     * @param version the version of the record that is shown, and is to be its latest
     * @param lost the first day without coverage
     */
    record End(UUID enrolmentId, int version, LocalDate lost) {}

    /**
     * Enters the ends as new versions of their records, the way that everything is entered: each is checked, and held or
     * sent on its way.
     *
     * @param enteredBy the person who closes them
     * @param ends one for each enrolment at most
     * @return the new version of each; those that somebody else changed meanwhile are missing
     */
    Uni<Map<UUID, Integer>> end(
            SqlConnection transaction, InsurerNumber insurer, String enteredBy, Collection<End> ends);
}
