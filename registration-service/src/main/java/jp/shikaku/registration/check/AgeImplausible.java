package jp.shikaku.registration.check;

import java.util.List;
import java.util.Optional;

import jp.shikaku.contracts.hold.Finding;
import jp.shikaku.contracts.hold.FindingSeverity;
import jp.shikaku.contracts.text.LocalizedText;

/** Somebody older than anybody in Japan has been for long: usually an era that was taken for another. */
@SystemRule
final class AgeImplausible implements CheckRule {

    private static final int OLDEST = 120;

    @Override
    public String code() {
        return "age-implausible";
    }

    @Override
    public Optional<Finding> check(CheckedRecord record, CheckContext context) {
        boolean tooOld = record.person().birthDate().isBefore(context.today().minusYears(OLDEST));
        return tooOld ? Optional.of(finding()) : Optional.empty();
    }

    private Finding finding() {
        return new Finding(
                code(),
                FindingSeverity.HOLDS,
                List.of("/birthDate"),
                new LocalizedText(
                        "生年月日によると" + OLDEST + "歳を超えています。",
                        "By this birth date the person is older than " + OLDEST + "."),
                new LocalizedText(
                        "元号の取り違えがないか確かめ、誤りなら訂正し、正しければ理由を付けて確認済みにしてください。",
                        "Check the era: correct the date, or confirm it with a reason."));
    }
}
