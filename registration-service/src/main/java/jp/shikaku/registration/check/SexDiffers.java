package jp.shikaku.registration.check;

import java.util.Optional;

import jp.shikaku.contracts.hold.Finding;

/** The sex is not the one of the resident register. */
@SystemRule
final class SexDiffers implements CheckRule {

    private static final Differs DIFFERS = new Differs("sex-differs", "/sex", "性別", "sex");

    @Override
    public String code() {
        return DIFFERS.code();
    }

    @Override
    public Optional<Finding> check(CheckedRecord record, CheckContext context) {
        return DIFFERS.unless((ours, theirs) -> ours.sex() == theirs.sex(), record, context);
    }
}
