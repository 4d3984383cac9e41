package jp.shikaku.registration.check;

import java.util.Optional;

import jp.shikaku.contracts.hold.Finding;
import jp.shikaku.registration.text.SameText;

/** The name in kana is not the one of the resident register, however it is written. */
@SystemRule
final class NameKanaDiffers implements CheckRule {

    private static final Differs DIFFERS = new Differs("name-kana-differs", "/nameKana", "カナ氏名", "name in kana");

    @Override
    public String code() {
        return DIFFERS.code();
    }

    @Override
    public Optional<Finding> check(CheckedRecord record, CheckContext context) {
        return DIFFERS.unless((ours, theirs) -> SameText.nameKana(ours.nameKana(), theirs.nameKana()), record, context);
    }
}
