package jp.shikaku.registration.check;

import java.util.List;
import java.util.Optional;

import jp.shikaku.contracts.hold.Finding;
import jp.shikaku.contracts.hold.FindingSeverity;

/**
 * One person twice with one insurer on some of the same days. On one card it is one record entered twice, and held.
 * On another card the former coverage was not ended: noted, as the new card has to work meanwhile. A new acquisition
 * after the loss is none of both.
 */
@SystemRule
final class EnrolledTwice implements CheckRule {

    private static final Statement STATEMENT = Statement.about(
                    "enrolled-twice",
                    "この人の資格が、期間の重なる別の記録としてすでに登録されています。",
                    "This person has a coverage with you already, on some of the same days.",
                    "/number",
                    "/acquired")
            .remedy(
                    "二重に登録したなら一方を取り下げ、資格が変わったのなら前の資格の喪失年月日を登録してください。",
                    "Withdraw one if it was entered twice; enter the loss of the former coverage if it has ended.");

    @Override
    public String code() {
        return STATEMENT.code();
    }

    @Override
    public Optional<Finding> check(CheckedCase checked) {
        List<CheckedRecord> others = checked.overlappingSamePerson()
                .filter(other -> other.insurer().equals(checked.record().insurer()))
                .toList();
        boolean oneCard = others.stream()
                .anyMatch(other -> other.subjectKey().equals(checked.record().subjectKey()));
        return STATEMENT.when(!others.isEmpty(), oneCard ? checked.unlikely() : FindingSeverity.NOTES);
    }
}
