package jp.shikaku.registration.check;

import java.time.LocalDate;
import java.util.Optional;

import jp.shikaku.contracts.hold.Finding;

/** Somebody older than anybody in Japan has been for long: usually an era that was taken for another. */
@SystemRule
final class AgeImplausible implements CheckRule {

    private static final int OLDEST = 120;

    private static final Statement STATEMENT = Statement.about(
                    "age-implausible",
                    "生年月日によると" + OLDEST + "歳を超えています。",
                    "By this birth date the person is older than " + OLDEST + ".",
                    "/birthDate")
            .remedy(
                    "元号の取り違えがないか確かめ、誤りなら訂正し、正しければ理由を付けて確認済みにしてください。",
                    "Check the era: correct the date, or confirm it with a reason.");

    @Override
    public String code() {
        return STATEMENT.code();
    }

    @Override
    public Optional<Finding> check(CheckedCase checked) {
        LocalDate birthDate = checked.record().person().birthDate();
        boolean tooOld = birthDate.isBefore(checked.context().today().minusYears(OLDEST));
        return STATEMENT.when(tooOld, checked.unlikely());
    }
}
