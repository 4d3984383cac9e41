package jp.shikaku.registration.check;

import java.util.List;
import java.util.Optional;

import jp.shikaku.contracts.hold.Finding;
import jp.shikaku.contracts.hold.FindingSeverity;
import jp.shikaku.contracts.text.LocalizedText;

/** Nobody in the resident register has this individual number, although its check digit is right. */
@SystemRule
final class ResidentUnknown implements CheckRule {

    @Override
    public String code() {
        return "resident-unknown";
    }

    @Override
    public Optional<Finding> check(CheckedRecord record, CheckContext context) {
        return context.register() instanceof RegisterAnswer.Unknown ? Optional.of(finding()) : Optional.empty();
    }

    private Finding finding() {
        return new Finding(
                code(),
                FindingSeverity.HOLDS,
                List.of("/individualNumber"),
                new LocalizedText(
                        "この個人番号の住民票が見つかりません。", "The resident register has nobody with this individual number."),
                new LocalizedText(
                        "個人番号を本人の書類で確かめ、誤りなら訂正してください。海外転出中などで正しい場合は、理由を付けて確認済みにしてください。",
                        "Check the number with the person's documents and correct it. If it is right, as for somebody "
                                + "who has moved abroad, confirm it with a reason."));
    }
}
