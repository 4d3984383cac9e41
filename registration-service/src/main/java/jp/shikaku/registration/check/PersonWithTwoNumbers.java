package jp.shikaku.registration.check;

import java.util.Optional;

import jp.shikaku.contracts.hold.Finding;
import jp.shikaku.contracts.hold.FindingSeverity;

/**
 * Somebody of the same names, birth date and sex is on the card already, by another individual number: one of the two
 * numbers is another person's.
 */
@SystemRule
final class PersonWithTwoNumbers implements CheckRule {

    private static final Statement STATEMENT = Statement.about(
                    "person-with-two-numbers",
                    "同じ記号・番号に、氏名・生年月日・性別が同じで個人番号の異なる加入者がいます。",
                    "The same card has somebody of the same names, birth date and sex with another individual number.",
                    "/individualNumber")
            .remedy(
                    "本人確認書類の個人番号と照らし合わせ、誤りなら訂正してください。正しい場合に限り、理由を付けて確認済みにしてください。",
                    "Compare the individual number with the person's documents and correct it. Confirm it, with a reason, only if it is right.");

    @Override
    public String code() {
        return STATEMENT.code();
    }

    @Override
    public Optional<Finding> check(CheckedCase checked) {
        boolean identical = checked.othersOnCard()
                .anyMatch(other ->
                        Likeness.identical(other.person(), checked.record().person()));
        return STATEMENT.when(identical, FindingSeverity.HOLDS);
    }
}
