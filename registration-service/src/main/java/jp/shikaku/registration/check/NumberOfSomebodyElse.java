package jp.shikaku.registration.check;

import java.util.Optional;

import jp.shikaku.contracts.hold.Finding;
import jp.shikaku.contracts.hold.FindingSeverity;
import jp.shikaku.registration.individual.FiveItems;

/**
 * The individual number is in use already, by an insurer that knows somebody else by it: another birth date and
 * nothing of the names in common. One of the two has another person's number.
 */
@SystemRule
final class NumberOfSomebodyElse implements CheckRule {

    private static final Statement STATEMENT = Statement.about(
                    "number-of-somebody-else",
                    "この個人番号は、氏名も生年月日も異なる別の資格に登録されています。",
                    "This individual number is registered already, for a coverage with another name and another birth date.",
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
        FiveItems person = checked.record().person();
        boolean strangers = checked.context().samePerson().stream()
                .anyMatch(known -> Likeness.strangers(person, known.record().person()));
        return STATEMENT.when(strangers, FindingSeverity.HOLDS);
    }
}
