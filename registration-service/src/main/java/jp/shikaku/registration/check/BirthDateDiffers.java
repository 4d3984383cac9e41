package jp.shikaku.registration.check;

import java.util.Optional;

import jp.shikaku.contracts.hold.Finding;

/** The birth date is not the one of the resident register: the gravest sign of a mistaken number. */
@SystemRule
final class BirthDateDiffers implements CheckRule {

    private static final Differs DIFFERS = new Differs("birth-date-differs", "/birthDate", "生年月日", "birth date");

    @Override
    public String code() {
        return DIFFERS.code();
    }

    @Override
    public Optional<Finding> check(CheckedRecord record, CheckContext context) {
        return DIFFERS.unless((ours, theirs) -> ours.birthDate().equals(theirs.birthDate()), record, context);
    }
}
