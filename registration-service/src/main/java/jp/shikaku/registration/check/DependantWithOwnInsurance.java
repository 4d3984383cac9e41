package jp.shikaku.registration.check;

import java.util.Optional;

import jp.shikaku.contracts.coverage.FamilyRelation;
import jp.shikaku.contracts.hold.Finding;
import jp.shikaku.contracts.hold.FindingSeverity;

/**
 * A dependant who is insured in the own right by another employee insurance on some of the same days: who is insured
 * cannot be a dependant (健康保険法3条7項). Only noted, like every overlap.
 */
@SystemRule
final class DependantWithOwnInsurance implements CheckRule {

    private static final Statement STATEMENT = Statement.about(
                    "dependant-has-own-insurance",
                    "家族として登録する人が、同じ期間に別の被用者保険の本人です。",
                    "The dependant is insured in the own right elsewhere on some of the same days.",
                    "/relation",
                    "/acquired")
            .remedy(
                    "就職して扶養から外れていないか確かめ、外れていれば扶養でなくなった日を喪失年月日として登録してください。",
                    "Ask whether the person has a job of their own; if so, enter the day on which dependency ended as the loss.");

    @Override
    public String code() {
        return STATEMENT.code();
    }

    @Override
    public Optional<Finding> check(CheckedCase checked) {
        boolean own = checked.overlappingElsewhere().anyMatch(other -> is(checked, other));
        return STATEMENT.when(own, FindingSeverity.NOTES);
    }

    static boolean is(CheckedCase checked, CheckedRecord other) {
        return checked.insurerKind() == InsurerKind.EMPLOYEE
                && checked.record().relation() == FamilyRelation.FAMILY
                && InsurerKind.of(other.insurer()) == InsurerKind.EMPLOYEE
                && other.relation() == FamilyRelation.INSURED_PERSON;
    }
}
