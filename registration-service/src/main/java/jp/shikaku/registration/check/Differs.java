package jp.shikaku.registration.check;

import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

import jp.shikaku.contracts.hold.Finding;
import jp.shikaku.contracts.hold.FindingSeverity;
import jp.shikaku.contracts.text.LocalizedText;
import jp.shikaku.registration.individual.FiveItems;

/**
 * The finding that one of the five items differs from the resident register. New data with any difference is held (rule
 * in force since May 2024). The finding never says what the register holds: behind a wrong number stands another person.
 */
record Differs(String code, String field, String itemJa, String itemEn) {

    private static final LocalizedText REMEDY = new LocalizedText(
            "届書・本人確認書類と照らし合わせ、誤りなら訂正し、正しければ理由を付けて確認済みにしてください。個人番号の取り違えも疑ってください。",
            "Compare with the report and the person's documents: correct what is wrong, or confirm it with a reason. "
                    + "The individual number may be another person's.");

    /** The finding, when both sides are known and {@code same} says they are not alike. */
    Optional<Finding> unless(BiPredicate<FiveItems, FiveItems> same, CheckedRecord record, CheckContext context) {
        return context.register()
                .toCompareWith()
                .filter(registered -> !same.test(record.person(), registered))
                .map(registered -> finding());
    }

    private Finding finding() {
        LocalizedText message = new LocalizedText(
                itemJa + "が、この個人番号の住民票の情報と一致しません。",
                "The " + itemEn + " differs from the resident register's for this individual number.");
        return new Finding(code, FindingSeverity.HOLDS, List.of(field), message, REMEDY);
    }
}
