package jp.shikaku.registration.check;

import java.util.Optional;

import jp.shikaku.contracts.hold.Finding;
import jp.shikaku.contracts.hold.FindingSeverity;

/**
 * Two members on one card with one birth date, and no branch to tell them apart: clinics will be answered 複数該当, as
 * the system never chooses between persons.
 */
@SystemRule
final class TwinsWithoutBranch implements CheckRule {

    private static final Statement STATEMENT = Statement.about(
                    "twins-without-branch",
                    "同じ記号・番号・生年月日の加入者がいて、枝番で区別できません。資格確認は複数該当になります。",
                    "Another member on the card has the same birth date, and no branch tells them apart: clinics will be answered that "
                            + "several persons match.",
                    "/branch")
            .remedy("二人とも枝番を登録してください。", "Enter the branch of both.");

    @Override
    public String code() {
        return STATEMENT.code();
    }

    @Override
    public Optional<Finding> check(CheckedCase checked) {
        CheckedRecord record = checked.record();
        boolean twins = checked.othersOnCard()
                .filter(other -> other.period().overlaps(record.period()))
                .filter(other -> other.branch() == null || record.branch() == null)
                .anyMatch(other ->
                        other.person().birthDate().equals(record.person().birthDate()));
        return STATEMENT.when(twins, FindingSeverity.NOTES);
    }
}
