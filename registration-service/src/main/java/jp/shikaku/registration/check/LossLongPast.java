package jp.shikaku.registration.check;

import java.time.LocalDate;
import java.util.Optional;

import jp.shikaku.contracts.hold.Finding;
import jp.shikaku.contracts.hold.FindingSeverity;

/**
 * New data about a coverage that ended more than two years ago. Only noted: nobody is shown less for it, but somebody
 * may have taken an old file.
 */
@SystemRule
final class LossLongPast implements CheckRule {

    private static final int YEARS_PAST = 2;

    private static final Statement STATEMENT = Statement.about(
                    "loss-long-past",
                    "資格喪失年月日が" + YEARS_PAST + "年より前です。",
                    "The date of loss is more than " + YEARS_PAST + " years ago.",
                    "/lost")
            .remedy(
                    "古いファイルの取り違えや年の打ち間違いがないか確かめてください。正しければ何もする必要はありません。",
                    "Check the year and the file; if they are right, nothing is to be done.");

    @Override
    public String code() {
        return STATEMENT.code();
    }

    @Override
    public Optional<Finding> check(CheckedCase checked) {
        LocalDate lost = checked.record().lost();
        boolean longPast =
                lost != null && lost.isBefore(checked.context().today().minusYears(YEARS_PAST));
        return STATEMENT.when(checked.isNew() && longPast, FindingSeverity.NOTES);
    }
}
