package jp.shikaku.registration.check;

import java.util.Optional;

import jp.shikaku.contracts.hold.Finding;
import jp.shikaku.contracts.hold.FindingSeverity;

/** Nobody in the resident register has this individual number, although its check digit is right. */
@SystemRule
final class ResidentUnknown implements CheckRule {

    private static final Statement STATEMENT = Statement.about(
                    "resident-unknown",
                    "この個人番号の住民票が見つかりません。",
                    "The resident register has nobody with this individual number.",
                    "/individualNumber")
            .remedy(
                    "個人番号を本人の書類で確かめ、誤りなら訂正してください。海外転出中などで正しい場合は、理由を付けて確認済みにしてください。",
                    "Check the number with the person's documents and correct it. If it is right, as for somebody who has moved "
                            + "abroad, confirm it with a reason.");

    @Override
    public String code() {
        return STATEMENT.code();
    }

    @Override
    public Optional<Finding> check(CheckedCase checked) {
        boolean unknown = checked.context().register() instanceof RegisterAnswer.Unknown;
        return STATEMENT.when(unknown, FindingSeverity.HOLDS);
    }
}
