package jp.shikaku.registration.overlap;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.overlap.OverlapObjection;
import jp.shikaku.contracts.overlap.OverlapState;

/**
 * An overlap as it stands: what the lists said, and what the records say now.
 *
 * @param entries what each list said, the latest first; at least one
 * @param latestList number of the latest list that is done
 * @param listedOn the day of the latest list that tells of it
 * @param own the coverage as it is shown; {@code null} when it is not
 * @param other the other's likewise
 * @param latestVersion of the coverage's record
 * @param objection {@code null} when none stands
 * @param otherObjected whether the other insurer objects on its side
 * @param closing {@code null} while it is not closed
 */
record StoredOverlap(
        UUID id,
        UUID enrolmentId,
        InsurerNumber insurer,
        InsurerNumber otherInsurer,
        List<OverlapEntry> entries,
        int latestList,
        LocalDate listedOn,
        Shown own,
        Shown other,
        int latestVersion,
        OverlapObjection objection,
        boolean otherObjected,
        Closing closing) {

    /** A coverage that is given out. */
    record Shown(int version, LocalDate acquired, LocalDate lost) {}

    record Closing(int version, OffsetDateTime at, String by) {}

    OverlapState state() {
        if (closing != null) {
            return OverlapState.CLOSED;
        }
        if (entries.get(0).list() != latestList) {
            return OverlapState.OVER;
        }
        return objection == null ? OverlapState.OPEN : OverlapState.OBJECTED;
    }

    Closure closure() {
        return OverlapRule.decide(entries, latestList);
    }

    /** Why it may not be closed on {@code today}; empty when it may. */
    Set<Obstacle> obstacles(LocalDate today) {
        Set<Obstacle> obstacles = EnumSet.noneOf(Obstacle.class);
        Closure closure = closure();
        if (closure instanceof Closure.Refused refused) {
            refused.reasons().forEach(reason -> obstacles.add(Obstacle.of(reason)));
        }
        if (objection != null) {
            obstacles.add(Obstacle.OBJECTED);
        }
        if (otherObjected) {
            obstacles.add(Obstacle.OTHER_INSURER_OBJECTED);
        }
        if (own != null && own.version() != latestVersion) {
            obstacles.add(Obstacle.RECORD_IN_DOUBT);
        }
        if (own == null || other == null || hasChanged(closure, today)) {
            obstacles.add(Obstacle.CHANGED_SINCE_LIST);
        }
        return obstacles;
    }

    private boolean hasChanged(Closure closure, LocalDate today) {
        OverlapEntry latest = entries.get(0);
        boolean endsSoonerAnyway = closure instanceof Closure.Allowed allowed
                && own.lost() != null
                && !own.lost().isAfter(allowed.lost());
        return endsSoonerAnyway
                || !own.acquired().equals(latest.acquired())
                || !other.acquired().equals(latest.otherAcquired())
                || other.lost() != null && !other.lost().isAfter(today);
    }

    /** How it would be closed now; empty when it may not, or is. */
    Optional<ClosableCoverages.End> end(LocalDate today) {
        return closing == null && obstacles(today).isEmpty() && closure() instanceof Closure.Allowed allowed
                ? Optional.of(new ClosableCoverages.End(enrolmentId, own.version(), allowed.lost()))
                : Optional.empty();
    }
}
