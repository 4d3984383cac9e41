package jp.shikaku.registration.check;

import java.util.Optional;

import jp.shikaku.contracts.coverage.FamilyRelation;
import jp.shikaku.contracts.hold.Finding;
import jp.shikaku.contracts.hold.FindingSeverity;

/**
 * The card with this branch is somebody else's on some of the same days. Without a branch on either side a family
 * cannot be told from strangers; but a card has one insured person only, and in 後期高齢者医療 it is a person's own.
 */
@SystemRule
final class CardOfSomebodyElse implements CheckRule {

    private static final Statement STATEMENT = Statement.about(
                    "card-of-somebody-else",
                    "この記号・番号・枝番は、同じ期間に別の人に割り当てられています。",
                    "This symbol, number and branch are somebody else's on some of the same days.",
                    "/symbol",
                    "/number",
                    "/branch")
            .remedy(
                    "記号・番号・枝番と個人番号を確かめ、誤りなら訂正してください。前の人が喪失しているなら、先にその喪失を登録してください。",
                    "Check symbol, number, branch and individual number, and correct what is wrong. If the other person has left, enter "
                            + "that loss first.");

    @Override
    public String code() {
        return STATEMENT.code();
    }

    @Override
    public Optional<Finding> check(CheckedCase checked) {
        boolean taken = checked.othersOnCard()
                .filter(other -> other.period().overlaps(checked.record().period()))
                .anyMatch(other -> isOnePlace(checked, other));
        return STATEMENT.when(taken, FindingSeverity.HOLDS);
    }

    private static boolean isOnePlace(CheckedCase checked, CheckedRecord other) {
        CheckedRecord record = checked.record();
        if (record.branch() != null && other.branch() != null) {
            return record.branch().equals(other.branch());
        }
        return switch (checked.insurerKind()) {
            case ELDERLY -> true;
            case EMPLOYEE ->
                record.relation() == FamilyRelation.INSURED_PERSON && other.relation() == FamilyRelation.INSURED_PERSON;
            case NATIONAL_HEALTH -> false;
        };
    }
}
