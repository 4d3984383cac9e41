package jp.shikaku.registration.check;

import java.util.Optional;

import jp.shikaku.contracts.hold.Finding;

/** Coverage that begins more than 60 days from now: records are entered ahead of 1 April, but not by months. */
@SystemRule
final class AcquisitionFarAhead implements CheckRule {

    private static final int DAYS_AHEAD = 60;

    private static final Statement STATEMENT = Statement.about(
                    "acquisition-far-ahead",
                    "資格取得年月日が" + DAYS_AHEAD + "日より先です。",
                    "The date of acquisition is more than " + DAYS_AHEAD + " days from now.",
                    "/acquired")
            .remedy(
                    "年の打ち間違いがないか確かめ、誤りなら訂正し、正しければ理由を付けて確認済みにしてください。",
                    "Check the year: correct it, or confirm the date with a reason.");

    @Override
    public String code() {
        return STATEMENT.code();
    }

    @Override
    public Optional<Finding> check(CheckedCase checked) {
        boolean farAhead =
                checked.record().acquired().isAfter(checked.context().today().plusDays(DAYS_AHEAD));
        return STATEMENT.when(farAhead, checked.unlikely());
    }
}
