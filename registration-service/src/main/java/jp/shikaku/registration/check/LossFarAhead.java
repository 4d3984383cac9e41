package jp.shikaku.registration.check;

import java.time.LocalDate;
import java.util.Optional;

import jp.shikaku.contracts.hold.Finding;

/**
 * A loss more than two years from now. Two years is the longest coverage whose end is known at its beginning (任意継続,
 * 健康保険法38条); later dates are mistyped years and the 9999-12-31 of programs that know no open end.
 */
@SystemRule
final class LossFarAhead implements CheckRule {

    private static final int YEARS_AHEAD = 2;

    private static final Statement STATEMENT = Statement.about(
                    "loss-far-ahead",
                    "資格喪失年月日が" + YEARS_AHEAD + "年より先です。",
                    "The date of loss is more than " + YEARS_AHEAD + " years from now.",
                    "/lost")
            .remedy(
                    "喪失していないなら喪失年月日を空にし、年の誤りなら訂正し、正しければ理由を付けて確認済みにしてください。",
                    "Leave the date out if coverage goes on, correct the year, or confirm the date with a reason.");

    @Override
    public String code() {
        return STATEMENT.code();
    }

    @Override
    public Optional<Finding> check(CheckedCase checked) {
        LocalDate lost = checked.record().lost();
        boolean farAhead =
                lost != null && lost.isAfter(checked.context().today().plusYears(YEARS_AHEAD));
        return STATEMENT.when(farAhead, checked.unlikely());
    }
}
