package jp.shikaku.registration.check;

import java.util.Optional;

import jp.shikaku.contracts.coverage.FamilyRelation;
import jp.shikaku.contracts.hold.Finding;

/**
 * 本人 since the day of birth: the birth date was copied into the date of acquisition, or the relation is wrong. Not
 * with National Health Insurance, where a baby is a member in its own right.
 */
@SystemRule
final class InsuredPersonSinceBirth implements CheckRule {

    private static final Statement STATEMENT = Statement.about(
            "insured-person-since-birth",
            "本人の資格取得年月日が生年月日と同じです。",
            "The insured person's date of acquisition is the birth date.",
            "/acquired",
            "/birthDate",
            "/relation");

    @Override
    public String code() {
        return STATEMENT.code();
    }

    @Override
    public Optional<Finding> check(CheckedCase checked) {
        return STATEMENT.when(isIn(checked), checked.unlikely());
    }

    static boolean isIn(CheckedCase checked) {
        CheckedRecord record = checked.record();
        return record.relation() == FamilyRelation.INSURED_PERSON
                && checked.insurerKind() != InsurerKind.NATIONAL_HEALTH
                && record.acquired().equals(record.person().birthDate());
    }
}
