package jp.shikaku.registration.check;

import java.util.Optional;

import jp.shikaku.contracts.hold.Finding;

/** The sex is not the one of the resident register. */
@SystemRule
final class SexDiffers implements CheckRule {

    private static final Differs DIFFERS = new Differs(FiveItem.SEX, "sex-differs", "/sex", "性別", "sex");

    @Override
    public String code() {
        return DIFFERS.code();
    }

    @Override
    public Optional<Finding> check(CheckedCase checked) {
        return DIFFERS.in(checked);
    }
}
