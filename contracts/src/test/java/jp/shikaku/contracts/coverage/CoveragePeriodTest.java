package jp.shikaku.contracts.coverage;

import java.time.LocalDate;
import java.util.stream.IntStream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

import jp.shikaku.contracts.problem.ValueFault;

import static jp.shikaku.contracts.RefusalAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

class CoveragePeriodTest {

    private static final LocalDate ACQUIRED = LocalDate.of(2026, 4, 1);
    private static final LocalDate LOST = LocalDate.of(2026, 10, 1);
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 2, 20);
    private static final int DAYS = 20;

    @Test
    void validFromTheDayOfAcquisitionUntilTheDayBeforeTheLoss() {
        CoveragePeriod period = CoveragePeriod.of(ACQUIRED, LOST);

        assertThat(period.validOn(ACQUIRED.minusDays(1))).isFalse();
        assertThat(period.validOn(ACQUIRED)).isTrue();
        assertThat(period.validOn(LOST.minusDays(1))).isTrue();
        assertThat(period.validOn(LOST)).isFalse();
        assertThat(period.validOn(LOST.plusDays(1))).isFalse();
    }

    @Test
    void withoutALossValidForGood() {
        CoveragePeriod period = CoveragePeriod.since(ACQUIRED);

        assertThat(period.lost()).isEmpty();
        assertThat(period.validOn(ACQUIRED)).isTrue();
        assertThat(period.validOn(LocalDate.MAX)).isTrue();
        assertThat(period.validOn(ACQUIRED.minusDays(1))).isFalse();
    }

    @Test
    void lossOnTheOtherInsurersAcquisitionLeavesNeitherGapNorOverlap() {
        CoveragePeriod before = CoveragePeriod.of(ACQUIRED, LOST);
        CoveragePeriod after = CoveragePeriod.since(LOST);

        assertThat(before.overlaps(after)).isFalse();
        assertThat(after.overlaps(before)).isFalse();
        assertThat(before.validOn(LOST.minusDays(1))).isTrue();
        assertThat(after.validOn(LOST)).isTrue();
    }

    @Test
    void oneDayIsTheShortestPeriod() {
        CoveragePeriod oneDay = CoveragePeriod.of(ACQUIRED, ACQUIRED.plusDays(1));

        assertThat(oneDay.validOn(ACQUIRED)).isTrue();
        assertRefused(ValueFault.DATE_ORDER, () -> CoveragePeriod.of(ACQUIRED, ACQUIRED));
        assertRefused(ValueFault.DATE_ORDER, () -> CoveragePeriod.of(ACQUIRED, ACQUIRED.minusDays(1)));
    }

    @Test
    void acquisitionIsRequired() {
        assertRefused(ValueFault.REQUIRED, () -> CoveragePeriod.of(null, LOST));
    }

    @Test
    void equalByItsDays() {
        assertThat(CoveragePeriod.of(ACQUIRED, LOST))
                .isEqualTo(CoveragePeriod.of(ACQUIRED, LOST))
                .hasSameHashCodeAs(CoveragePeriod.of(ACQUIRED, LOST))
                .isNotEqualTo(CoveragePeriod.since(ACQUIRED))
                .isNotEqualTo(CoveragePeriod.of(ACQUIRED.plusDays(1), LOST))
                .isNotEqualTo("2026-04-01/2026-10-01")
                .hasToString("2026-04-01/2026-10-01");
        assertThat(CoveragePeriod.since(ACQUIRED)).hasToString("2026-04-01/..");
    }

    @Property
    void onEveryDayAPeriodIsYetToComeValidOrLost(
            @ForAll("periods") CoveragePeriod period, @ForAll("days") LocalDate day) {
        int states = (period.startsAfter(day) ? 1 : 0) + (period.validOn(day) ? 1 : 0) + (period.lostBy(day) ? 1 : 0);

        assertThat(states).isEqualTo(1);
        assertThat(period.validOn(day))
                .isEqualTo(!day.isBefore(period.acquired())
                        && period.lost().map(day::isBefore).orElse(true));
    }

    @Property
    void periodsOverlapExactlyWhenSomeDayIsValidInBoth(
            @ForAll("periods") CoveragePeriod one, @ForAll("periods") CoveragePeriod other) {
        boolean someDay = IntStream.rangeClosed(0, 2 * DAYS)
                .mapToObj(FIRST_DAY::plusDays)
                .anyMatch(day -> one.validOn(day) && other.validOn(day));

        assertThat(one.overlaps(other)).isEqualTo(someDay).isEqualTo(other.overlaps(one));
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, DAYS).map(FIRST_DAY::plusDays);
    }

    @Provide
    Arbitrary<CoveragePeriod> periods() {
        return Combinators.combine(
                        days(), Arbitraries.integers().between(1, DAYS).injectNull(0.2))
                .as((acquired, length) ->
                        CoveragePeriod.of(acquired, length == null ? null : acquired.plusDays(length)));
    }
}
