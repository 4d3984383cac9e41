package jp.shikaku.registration.check;

import java.util.Optional;

import jp.shikaku.contracts.hold.Finding;

/** The birth date is not the one of the resident register: the gravest sign of a mistaken number. */
@SystemRule
final class BirthDateDiffers implements CheckRule {

    private static final Differs DIFFERS =
            new Differs(FiveItem.BIRTH_DATE, "birth-date-differs", "/birthDate", "生年月日", "birth date");

    @Override
    public String code() {
        return DIFFERS.code();
    }

    @Override
    public Optional<Finding> check(CheckedCase checked) {
        return DIFFERS.in(checked);
    }
}
