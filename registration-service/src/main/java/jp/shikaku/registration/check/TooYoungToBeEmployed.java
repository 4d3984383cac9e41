package jp.shikaku.registration.check;

import java.util.Optional;

import jp.shikaku.contracts.coverage.FamilyRelation;
import jp.shikaku.contracts.hold.Finding;

/**
 * 本人 of an employee insurance before the 15th birthday: children may not work before they have left school (労働基準法
 * 56条), so it is the relation or the birth date that is wrong.
 */
@SystemRule
final class TooYoungToBeEmployed implements CheckRule {

    private static final int YOUNGEST = 15;

    private static final Statement STATEMENT = Statement.about(
            "too-young-to-be-insured-person",
            "被用者保険の本人が、資格取得日に" + YOUNGEST + "歳に達していません。",
            "The insured person of an employee insurance is younger than " + YOUNGEST + " at acquisition.",
            "/birthDate",
            "/relation");

    @Override
    public String code() {
        return STATEMENT.code();
    }

    @Override
    public Optional<Finding> check(CheckedCase checked) {
        CheckedRecord record = checked.record();
        boolean tooYoung = checked.insurerKind() == InsurerKind.EMPLOYEE
                && record.relation() == FamilyRelation.INSURED_PERSON
                && record.acquired().isBefore(Age.reached(record.person().birthDate(), YOUNGEST))
                && !InsuredPersonSinceBirth.isIn(checked);
        return STATEMENT.when(tooYoung, checked.unlikely());
    }
}
