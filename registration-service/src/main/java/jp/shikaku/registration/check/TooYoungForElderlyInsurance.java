package jp.shikaku.registration.check;

import java.util.Optional;

import jp.shikaku.contracts.hold.Finding;

/**
 * 後期高齢者医療 (law number 39) for somebody younger than 65: it begins at 75, or from 65 with a certified disability
 * (高齢者の医療の確保に関する法律50条).
 */
@SystemRule
final class TooYoungForElderlyInsurance implements CheckRule {

    private static final int YOUNGEST = 65;

    private static final Statement STATEMENT = Statement.about(
            "too-young-for-elderly-insurance",
            "後期高齢者医療の資格取得日に" + YOUNGEST + "歳に達していません。",
            "The person is younger than " + YOUNGEST + " when coverage by the insurance of the elderly begins.",
            "/birthDate",
            "/acquired");

    @Override
    public String code() {
        return STATEMENT.code();
    }

    @Override
    public Optional<Finding> check(CheckedCase checked) {
        CheckedRecord record = checked.record();
        boolean tooYoung = checked.insurerKind() == InsurerKind.ELDERLY
                && record.acquired().isBefore(Age.reached(record.person().birthDate(), YOUNGEST))
                && !InsuredPersonSinceBirth.isIn(checked);
        return STATEMENT.when(tooYoung, checked.unlikely());
    }
}
