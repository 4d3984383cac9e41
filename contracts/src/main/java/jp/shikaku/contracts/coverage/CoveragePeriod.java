package jp.shikaku.contracts.coverage;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ValueFault;

/**
 * From when to when a person is covered, in days of Asia/Tokyo: 資格取得日 and, once it is known, 資格喪失日, the first day
 * <em>without</em> coverage (健康保険法36条). Rule R8 lives here and nowhere else.
 *
 * <p>A period covers at least one day. Who leaves on the first day at work loses coverage on the next; a loss on the day
 * of acquisition would mean that there never was a coverage, and such a record is withdrawn instead.
 */
public final class CoveragePeriod {

    private final LocalDate acquired;
    private final LocalDate lost;

    private CoveragePeriod(LocalDate acquired, LocalDate lost) {
        this.acquired = acquired;
        this.lost = lost;
    }

    /**
     * @param lost null while no loss is known
     * @throws InvalidValueException {@link ValueFault#REQUIRED} without {@code acquired},
     *     {@link ValueFault#DATE_ORDER} unless {@code acquired < lost}
     */
    public static CoveragePeriod of(LocalDate acquired, LocalDate lost) {
        if (acquired == null) {
            throw new InvalidValueException(ValueFault.REQUIRED);
        }
        if (lost != null && !acquired.isBefore(lost)) {
            throw new InvalidValueException(ValueFault.DATE_ORDER);
        }
        return new CoveragePeriod(acquired, lost);
    }

    /** A coverage whose loss is not known. */
    public static CoveragePeriod since(LocalDate acquired) {
        return of(acquired, null);
    }

    public LocalDate acquired() {
        return acquired;
    }

    /** The first day without coverage. */
    public Optional<LocalDate> lost() {
        return Optional.ofNullable(lost);
    }

    /** R8: {@code acquired ≤ day < lost}. On every day exactly one of this, startsAfter and lostBy is true. */
    public boolean validOn(LocalDate day) {
        return !startsAfter(day) && !lostBy(day);
    }

    /** Whether coverage begins only after {@code day}. */
    public boolean startsAfter(LocalDate day) {
        return acquired.isAfter(day);
    }

    /** Whether coverage is over on {@code day}. */
    public boolean lostBy(LocalDate day) {
        return lost != null && !lost.isAfter(day);
    }

    /** Whether some day is covered by both. A loss on the other's day of acquisition is a change of insurer, no overlap. */
    public boolean overlaps(CoveragePeriod other) {
        return !lostBy(other.acquired) && !other.lostBy(acquired);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CoveragePeriod period
                && acquired.equals(period.acquired)
                && Objects.equals(lost, period.lost);
    }

    @Override
    public int hashCode() {
        return Objects.hash(acquired, lost);
    }

    @Override
    public String toString() {
        return acquired + "/" + (lost == null ? ".." : lost);
    }
}
