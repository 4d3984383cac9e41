package jp.shikaku.registration.check;

import java.util.Optional;

import jp.shikaku.contracts.hold.Finding;

/** The name in kanji is not the one of the resident register, however it is written. */
@SystemRule
final class NameDiffers implements CheckRule {

    private static final Differs DIFFERS = new Differs(FiveItem.NAME, "name-differs", "/name", "漢字氏名", "name");

    @Override
    public String code() {
        return DIFFERS.code();
    }

    @Override
    public Optional<Finding> check(CheckedCase checked) {
        return DIFFERS.in(checked);
    }
}
