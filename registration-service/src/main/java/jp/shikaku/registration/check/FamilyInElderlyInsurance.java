package jp.shikaku.registration.check;

import java.util.Optional;

import jp.shikaku.contracts.coverage.FamilyRelation;
import jp.shikaku.contracts.hold.Finding;

/** A dependant in 後期高齢者医療 (law number 39), where everybody is insured in the own right. */
@SystemRule
final class FamilyInElderlyInsurance implements CheckRule {

    private static final Statement STATEMENT = Statement.about(
            "family-in-elderly-insurance",
            "後期高齢者医療に家族（被扶養者）はありません。",
            "The insurance of the elderly has no dependants.",
            "/relation");

    @Override
    public String code() {
        return STATEMENT.code();
    }

    @Override
    public Optional<Finding> check(CheckedCase checked) {
        boolean family =
                checked.insurerKind() == InsurerKind.ELDERLY && checked.record().relation() == FamilyRelation.FAMILY;
        return STATEMENT.when(family, checked.unlikely());
    }
}
