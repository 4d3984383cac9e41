package jp.shikaku.eligibility.prescription;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import jp.shikaku.contracts.confirmation.PrescriptionForm;
import jp.shikaku.contracts.confirmation.PrescriptionPermission;
import jp.shikaku.contracts.coverage.Validity;

import static org.assertj.core.api.Assertions.assertThat;

class PrescriptionRuleTest {

    static Stream<Arguments> everyVerdictWithAndWithoutBranch() {
        return Stream.of(Validity.values())
                .flatMap(validity -> Stream.of(true, false).map(branchKnown -> Arguments.of(validity, branchKnown)));
    }

    @ParameterizedTest
    @MethodSource("everyVerdictWithAndWithoutBranch")
    void electronicIsAllowedExactlyWhenValidAndBranchKnown(Validity validity, boolean branchKnown) {
        PrescriptionPermission permission = PrescriptionRule.decide(validity, branchKnown);

        boolean allowed = permission.form() == PrescriptionForm.ELECTRONIC;
        assertThat(allowed).isEqualTo(validity == Validity.VALID && branchKnown);
    }

    @ParameterizedTest
    @MethodSource("everyVerdictWithAndWithoutBranch")
    void reasonIsGivenInBothLanguagesAndSpeaksOfPaperWhenItIsPaper(Validity validity, boolean branchKnown) {
        PrescriptionPermission permission = PrescriptionRule.decide(validity, branchKnown);

        boolean paper = permission.form() == PrescriptionForm.PAPER;
        assertThat(permission.reason().ja().contains("紙の処方箋")).isEqualTo(paper);
        assertThat(permission.reason().en().contains("use paper")).isEqualTo(paper);
    }

    @Test
    void reasonQuotesWhatTheScreenShows() {
        Stream.of(Validity.INVALID, Validity.INVALID_NEWER_COVERAGE, Validity.NOT_FOUND)
                .forEach(validity -> assertThat(
                                PrescriptionRule.decide(validity, true).reason().ja())
                        .contains("「" + validity.display().ja() + "」"));
    }

    @ParameterizedTest
    @MethodSource("everyVerdictWithAndWithoutBranch")
    void keptFormGetsTheReasonItHadBefore(Validity validity, boolean branchKnown) {
        PrescriptionPermission given = PrescriptionRule.decide(validity, branchKnown);

        assertThat(PrescriptionRule.of(given.form(), validity)).isEqualTo(given);
    }
}
