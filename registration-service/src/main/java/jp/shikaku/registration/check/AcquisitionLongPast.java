package jp.shikaku.registration.check;

import java.time.LocalDate;
import java.util.Optional;

import jp.shikaku.contracts.hold.Finding;
import jp.shikaku.contracts.hold.FindingSeverity;

/**
 * New data with a coverage that began more than two years ago, when claims have lapsed already (健康保険法193条). Only
 * noted: a stock that is taken over is full of such records, and a mistyped year withholds nobody's coverage.
 */
@SystemRule
final class AcquisitionLongPast implements CheckRule {

    private static final int YEARS_PAST = 2;

    private static final Statement STATEMENT = Statement.about(
                    "acquisition-long-past",
                    "資格取得年月日が" + YEARS_PAST + "年より前です。",
                    "The date of acquisition is more than " + YEARS_PAST + " years ago.",
                    "/acquired")
            .remedy("年の打ち間違いがないか確かめてください。正しければ何もする必要はありません。", "Check the year; if it is right, nothing is to be done.");

    @Override
    public String code() {
        return STATEMENT.code();
    }

    @Override
    public Optional<Finding> check(CheckedCase checked) {
        LocalDate acquired = checked.record().acquired();
        boolean longPast = acquired.isBefore(checked.context().today().minusYears(YEARS_PAST));
        boolean speaks = checked.isNew() && longPast && !PlaceholderDates.contain(acquired);
        return STATEMENT.when(speaks, FindingSeverity.NOTES);
    }
}
