package jp.shikaku.registration.check;

import java.util.Optional;

import jp.shikaku.contracts.hold.Finding;

/** The date of acquisition is one that programs write where a date is missing. */
@SystemRule
final class AcquisitionPlaceholder implements CheckRule {

    private static final Statement STATEMENT = Statement.about(
            "acquisition-placeholder",
            "資格取得年月日が、日付の無い欄に入る既定値とみられる日です。",
            "The date of acquisition is one that programs fill in where a date is missing.",
            "/acquired");

    @Override
    public String code() {
        return STATEMENT.code();
    }

    @Override
    public Optional<Finding> check(CheckedCase checked) {
        boolean placeholder = PlaceholderDates.contain(checked.record().acquired());
        return STATEMENT.when(placeholder, checked.unlikely());
    }
}
