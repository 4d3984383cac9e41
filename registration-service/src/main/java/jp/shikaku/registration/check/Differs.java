package jp.shikaku.registration.check;

import java.util.List;
import java.util.Optional;

import jp.shikaku.contracts.hold.Finding;
import jp.shikaku.contracts.hold.FindingSeverity;
import jp.shikaku.contracts.text.LocalizedText;

/**
 * The finding that one of the five items differs from the resident register; {@link SeverityRule} says what follows. The
 * finding never says what the register holds: behind a wrong number stands another person.
 */
record Differs(FiveItem item, String code, String field, String itemJa, String itemEn) {

    private static final LocalizedText REMEDY = new LocalizedText(
            "届書・本人確認書類と照らし合わせ、誤りなら訂正し、正しければ理由を付けて確認済みにしてください。個人番号の取り違えも疑ってください。",
            "Compare with the report and the person's documents: correct what is wrong, or confirm it with a reason. "
                    + "The individual number may be another person's.");

    /** A letter to an old address would tell others where the person worked (the whole-database check of 2023). */
    private static final LocalizedText REMEDY_ONCE_LOST = new LocalizedText(
            "喪失済みの資格のため、本人には照会せず、保管している届書などで確かめ、誤りなら訂正し、正しければ理由を付けて確認済みにしてください。",
            "This coverage is lost: do not ask the person. Check it with the report you have kept; correct what is wrong, "
                    + "or confirm it with a reason.");

    Optional<Finding> in(CheckedCase checked) {
        boolean pastStock = !checked.isNew() && checked.isLost();
        return checked.severityOf(item).map(severity -> finding(severity, pastStock ? REMEDY_ONCE_LOST : REMEDY));
    }

    private Finding finding(FindingSeverity severity, LocalizedText remedy) {
        LocalizedText message = new LocalizedText(
                itemJa + "が、この個人番号の住民票の情報と一致しません。",
                "The " + itemEn + " differs from the resident register's for this individual number.");
        return new Finding(code, severity, List.of(field), message, remedy);
    }
}
