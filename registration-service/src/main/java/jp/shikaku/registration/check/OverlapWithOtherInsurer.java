package jp.shikaku.registration.check;

import java.util.Optional;

import jp.shikaku.contracts.hold.Finding;
import jp.shikaku.contracts.hold.FindingSeverity;

/**
 * Coverage by another insurer on some of the same days. Only noted: the other insurer may be about to enter the loss,
 * and nothing is closed before two consecutive lists say the same (保国発1129第1号, 2022-11-29).
 */
@SystemRule
final class OverlapWithOtherInsurer implements CheckRule {

    private static final Statement STATEMENT = Statement.about(
                    "overlap-with-other-insurer",
                    "同じ期間に、別の保険者の資格が登録されています。",
                    "Another insurer covers the person on some of the same days.",
                    "/acquired",
                    "/lost")
            .remedy(
                    "資格取得年月日・喪失年月日を確かめてください。続けて2回資格重複の一覧に載ったら、喪失の届出を本人に促してください。",
                    "Check the dates. When two consecutive lists of overlaps say so, ask the person to report the loss.");

    @Override
    public String code() {
        return STATEMENT.code();
    }

    @Override
    public Optional<Finding> check(CheckedCase checked) {
        boolean overlaps =
                checked.overlappingElsewhere().anyMatch(other -> !DependantWithOwnInsurance.is(checked, other));
        return STATEMENT.when(overlaps, FindingSeverity.NOTES);
    }
}
