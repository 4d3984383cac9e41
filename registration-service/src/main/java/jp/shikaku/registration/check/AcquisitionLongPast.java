package jp.shikaku.registration.check;

import java.util.List;
import java.util.Optional;

import jp.shikaku.contracts.hold.Finding;
import jp.shikaku.contracts.hold.FindingSeverity;
import jp.shikaku.contracts.text.LocalizedText;

/**
 * Coverage that began more than two years ago, when claims have lapsed already (健康保険法193条). Only noted: a stock that
 * is taken over is full of such records, and a mistyped year withholds nobody's coverage.
 */
@SystemRule
final class AcquisitionLongPast implements CheckRule {

    private static final int YEARS_PAST = 2;

    @Override
    public String code() {
        return "acquisition-long-past";
    }

    @Override
    public Optional<Finding> check(CheckedRecord record, CheckContext context) {
        boolean longPast = record.acquired().isBefore(context.today().minusYears(YEARS_PAST));
        return longPast ? Optional.of(finding()) : Optional.empty();
    }

    private Finding finding() {
        return new Finding(
                code(),
                FindingSeverity.NOTES,
                List.of("/acquired"),
                new LocalizedText(
                        "資格取得年月日が" + YEARS_PAST + "年より前です。",
                        "The date of acquisition is more than " + YEARS_PAST + " years ago."),
                new LocalizedText(
                        "年の打ち間違いがないか確かめてください。正しければ何もする必要はありません。",
                        "Check the year; if it is right, nothing is to be done."));
    }
}
