package jp.shikaku.registration.check;

import java.util.List;
import java.util.Optional;

import jp.shikaku.contracts.hold.Finding;
import jp.shikaku.contracts.hold.FindingSeverity;
import jp.shikaku.contracts.text.LocalizedText;

/** Coverage that begins more than 60 days from now: records are entered ahead of 1 April, but not by months. */
@SystemRule
final class AcquisitionFarAhead implements CheckRule {

    private static final int DAYS_AHEAD = 60;

    @Override
    public String code() {
        return "acquisition-far-ahead";
    }

    @Override
    public Optional<Finding> check(CheckedRecord record, CheckContext context) {
        boolean farAhead = record.acquired().isAfter(context.today().plusDays(DAYS_AHEAD));
        return farAhead ? Optional.of(finding()) : Optional.empty();
    }

    private Finding finding() {
        return new Finding(
                code(),
                FindingSeverity.HOLDS,
                List.of("/acquired"),
                new LocalizedText(
                        "資格取得年月日が" + DAYS_AHEAD + "日より先です。",
                        "The date of acquisition is more than " + DAYS_AHEAD + " days from now."),
                new LocalizedText(
                        "年の打ち間違いがないか確かめ、誤りなら訂正し、正しければ理由を付けて確認済みにしてください。",
                        "Check the year: correct it, or confirm the date with a reason."));
    }
}
