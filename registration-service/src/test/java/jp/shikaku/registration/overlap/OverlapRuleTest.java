package jp.shikaku.registration.overlap;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.registration.overlap.Closure.Allowed;
import jp.shikaku.registration.overlap.Closure.Reason;
import jp.shikaku.registration.overlap.Closure.Refused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class OverlapRuleTest {

    private static final String NATIONAL_HEALTH = "139998";
    private static final String EMPLOYEE = "06139992";
    private static final String ELDERLY = "39999990";
    private static final LocalDate SINCE = LocalDate.of(2026, 4, 1);

    @Test
    void anOverlapInTwoConsecutiveListsMayBeClosedOnTheDayAfterTheOtherBegan() {
        assertThat(OverlapRule.decide(inLists(4, 5), 5)).isEqualTo(new Allowed(2, LocalDate.of(2026, 4, 2)));
        assertThat(OverlapRule.decide(inLists(5, 3, 4), 5)).isEqualTo(new Allowed(3, LocalDate.of(2026, 4, 2)));
    }

    @Test
    void oneListIsNotEnough() {
        assertThat(OverlapRule.decide(inLists(5), 5)).isEqualTo(refused(1, Reason.IN_ONE_LIST_ONLY));
    }

    @Test
    void twoListsWithAGapAreNotConsecutive() {
        assertThat(OverlapRule.decide(inLists(3, 5), 5)).isEqualTo(refused(1, Reason.IN_ONE_LIST_ONLY));
    }

    @Test
    void anOverlapThatTheLatestListDoesNotHaveIsOver() {
        assertThat(OverlapRule.decide(inLists(3, 4), 5)).isEqualTo(refused(0, Reason.NOT_IN_LATEST_LIST));
    }

    @Test
    void theSameLineTwiceInOneListIsOneList() {
        assertThat(OverlapRule.decide(inLists(5, 5), 5)).isEqualTo(refused(1, Reason.IN_ONE_LIST_ONLY));
    }

    @Test
    void anEmployeeInsuranceThatBeganEarlierClosesNothing() {
        assertThat(decide(NATIONAL_HEALTH, SINCE, EMPLOYEE, SINCE)).isInstanceOf(Allowed.class);
        assertThat(decide(NATIONAL_HEALTH, SINCE, EMPLOYEE, SINCE.minusDays(1)))
                .isEqualTo(refused(2, Reason.OTHER_BEGAN_EARLIER));
    }

    @Test
    void onlyNationalHealthInsuranceIsClosedAndOnlyForAnEmployeeInsurance() {
        assertThat(decide("01139997", SINCE, EMPLOYEE, SINCE))
                .isEqualTo(refused(2, Reason.NOT_NATIONAL_HEALTH_INSURANCE));
        assertThat(decide(NATIONAL_HEALTH, SINCE, ELDERLY, SINCE))
                .isEqualTo(refused(2, Reason.OTHER_IS_NO_EMPLOYEE_INSURANCE));
    }

    @Test
    void everyReasonIsTold() {
        OverlapEntry entry = entry(5, EMPLOYEE, SINCE, ELDERLY, SINCE.minusDays(1));

        assertThat(OverlapRule.decide(List.of(entry), 5))
                .isEqualTo(refused(
                        1,
                        Reason.NOT_NATIONAL_HEALTH_INSURANCE,
                        Reason.OTHER_IS_NO_EMPLOYEE_INSURANCE,
                        Reason.OTHER_BEGAN_EARLIER,
                        Reason.IN_ONE_LIST_ONLY));
    }

    /** Each list names an employee insurance, but not the same one. */
    @Test
    void anotherEmployeeInsuranceInEachListClosesNothing() {
        OverlapEntry before = entry(4, NATIONAL_HEALTH, SINCE, "01139997", SINCE);
        OverlapEntry now = entry(5, NATIONAL_HEALTH, SINCE, EMPLOYEE, SINCE);

        assertThat(OverlapRule.decide(List.of(before), 5)).isEqualTo(refused(0, Reason.NOT_IN_LATEST_LIST));
        assertThat(OverlapRule.decide(List.of(now), 5)).isEqualTo(refused(1, Reason.IN_ONE_LIST_ONLY));
        assertThatIllegalArgumentException().isThrownBy(() -> OverlapRule.decide(List.of(before, now), 5));
    }

    @Test
    void nothingToDecideIsAMistakeOfOurs() {
        assertThatIllegalArgumentException().isThrownBy(() -> OverlapRule.decide(List.of(), 5));
    }

    private static Closure decide(String insurer, LocalDate acquired, String other, LocalDate otherAcquired) {
        return OverlapRule.decide(
                IntStream.of(4, 5)
                        .mapToObj(list -> entry(list, insurer, acquired, other, otherAcquired))
                        .toList(),
                5);
    }

    private static List<OverlapEntry> inLists(int... lists) {
        return Arrays.stream(lists)
                .mapToObj(list -> entry(list, NATIONAL_HEALTH, SINCE.minusYears(3), EMPLOYEE, SINCE))
                .toList();
    }

    private static OverlapEntry entry(
            int list, String insurer, LocalDate acquired, String other, LocalDate otherAcquired) {
        return new OverlapEntry(list, InsurerNumber.of(insurer), acquired, InsurerNumber.of(other), otherAcquired);
    }

    private static Refused refused(int consecutive, Reason... reasons) {
        return new Refused(consecutive, Set.of(reasons));
    }
}
