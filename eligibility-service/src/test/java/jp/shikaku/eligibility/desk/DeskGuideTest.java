package jp.shikaku.eligibility.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import jp.shikaku.contracts.confirmation.DeskStep;
import jp.shikaku.contracts.confirmation.DeskStep.StepCode;
import jp.shikaku.contracts.confirmation.PatientShare;
import jp.shikaku.contracts.coverage.BurdenShare;
import jp.shikaku.contracts.coverage.Validity;

import static org.assertj.core.api.Assertions.assertThat;

class DeskGuideTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final PatientShare SHARE = DeskGuide.share(DAY, LocalDate.of(1990, 1, 15));

    /** On 2026-11-23. Ages are reached on the day before the birthday. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-23, 020, 020", // born today
        "2020-04-02, 020, 020", // preschool until 2027-03-31
        "2020-04-01, 030, 030", // at school since April: becomes six on 2026-03-31
        "1990-01-15, 030, 030",
        "1956-11-24, 030, 030", // becomes 70 today: from December on
        "1956-11-02, 030, 030", // becomes 70 on the first of this month: from December on
        "1956-11-01, 020, 030", // becomes 70 on the last of October
        "1951-11-24, 020, 030",
        "1951-11-23, 010, 030", // 75 today
    })
    void shareFollowsFromTheAge(LocalDate birthDate, String lowest, String highest) {
        PatientShare share = DeskGuide.share(DAY, birthDate);

        assertThat(share.lowest()).isEqualTo(BurdenShare.ofCode(lowest));
        assertThat(share.highest()).isEqualTo(BurdenShare.ofCode(highest));
    }

    @ParameterizedTest
    @EnumSource(
            value = Validity.class,
            names = {"VALID"},
            mode = EnumSource.Mode.EXCLUDE)
    void stepsComeInTheOrderOfTheNotice(Validity validity) {
        assertThat(DeskGuide.steps(validity, Optional.of(SHARE), false))
                .extracting(DeskStep::code)
                .containsSubsequence(
                        StepCode.MYNA_PORTAL,
                        StepCode.CONFIRMATION_CERTIFICATE,
                        StepCode.NOTICE_WITH_CARD,
                        StepCode.DECLARATION,
                        StepCode.CLAIM_ORDER,
                        StepCode.PAPER_PRESCRIPTION,
                        StepCode.WATCH)
                .doesNotHaveDuplicates()
                .isSorted();
    }

    @Test
    void whatComesFirstFollowsFromTheVerdict() {
        assertThat(DeskGuide.steps(Validity.NOT_FOUND, Optional.of(SHARE), false)
                        .get(0)
                        .code())
                .isEqualTo(StepCode.CHECK_INPUT);
        assertThat(DeskGuide.steps(Validity.SEVERAL_CANDIDATES, Optional.of(SHARE), false)
                        .get(0)
                        .code())
                .isEqualTo(StepCode.ASK_WITH_BRANCH);
        assertThat(DeskGuide.steps(Validity.INVALID, Optional.of(SHARE), false)
                        .get(0)
                        .code())
                .isEqualTo(StepCode.ASK_FOR_NEW_CARD);
    }

    @Test
    void validCardNeedsNoSteps() {
        assertThat(DeskGuide.steps(Validity.VALID, Optional.of(SHARE), false)).isEmpty();
    }

    @Test
    void declarationNamesTheRightShareInsteadOfAll() {
        DeskStep declaration =
                DeskGuide.steps(Validity.NOT_FOUND, Optional.of(DeskGuide.share(DAY, DAY)), false).stream()
                        .filter(step -> step.code() == StepCode.DECLARATION)
                        .findFirst()
                        .orElseThrow();

        assertThat(declaration.text().ja()).contains("2割（未就学）").contains("10割ではない");
        assertThat(declaration.text().en()).contains("20 percent");
    }

    @Test
    void byIndividualNumberCardNothingWasTypedThatCouldBeWrong() {
        for (Validity validity : List.of(Validity.NOT_FOUND, Validity.SEVERAL_CANDIDATES)) {
            assertThat(DeskGuide.steps(validity, Optional.empty(), true).get(0).code())
                    .isEqualTo(StepCode.ASK_BY_INSURANCE);
        }
    }

    @Test
    void whereNothingTellsTheAgeNoShareIsNamedForCertain() {
        assertThat(DeskGuide.steps(Validity.NOT_FOUND, Optional.empty(), true))
                .filteredOn(step -> step.code() == StepCode.DECLARATION)
                .singleElement()
                .satisfies(step -> assertThat(step.text().ja()).contains("年齢と所得に応じた", "10割ではない"));
    }
}
