package jp.shikaku.registration.overlap;

import java.time.LocalDate;
import java.util.UUID;

import jp.shikaku.contracts.coverage.CoveragePeriod;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.registration.check.InsurerKind;

/**
 * Two coverages of one person with two insurers, as they are given out.
 *
 * @param lost {@code null} while none is known
 * @param otherLost {@code null} while none is known
 */
record FoundOverlap(
        UUID enrolmentId,
        InsurerNumber insurer,
        LocalDate acquired,
        LocalDate lost,
        UUID otherEnrolmentId,
        InsurerNumber otherInsurer,
        LocalDate otherAcquired,
        LocalDate otherLost) {

    /** Whether both are valid on {@code day}, and not only because that is how one takes the place of the other. */
    boolean isOverlapOn(LocalDate day) {
        return CoveragePeriod.of(acquired, lost).validOn(day)
                && CoveragePeriod.of(otherAcquired, otherLost).validOn(day)
                && !endsByLaw(insurer, lost, otherAcquired)
                && !endsByLaw(otherInsurer, otherLost, acquired);
    }

    /** 国民健康保険 ends on the day after the other insurance began (国民健康保険法8条): that one day is no overlap. */
    private static boolean endsByLaw(InsurerNumber before, LocalDate lost, LocalDate acquired) {
        return InsurerKind.of(before) == InsurerKind.NATIONAL_HEALTH
                && acquired.plusDays(1).equals(lost);
    }

    /** Of two with the same other insurer: the later is the one that goes on. */
    FoundOverlap later(FoundOverlap other) {
        return other.otherAcquired.isAfter(otherAcquired) ? other : this;
    }
}
