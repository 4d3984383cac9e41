package jp.shikaku.registration.check;

import java.util.Optional;

import jp.shikaku.contracts.hold.Finding;

/** The name in kana is not the one of the resident register, however it is written. */
@SystemRule
final class NameKanaDiffers implements CheckRule {

    private static final Differs DIFFERS =
            new Differs(FiveItem.NAME_KANA, "name-kana-differs", "/nameKana", "カナ氏名", "name in kana");

    @Override
    public String code() {
        return DIFFERS.code();
    }

    @Override
    public Optional<Finding> check(CheckedCase checked) {
        return DIFFERS.in(checked);
    }
}
