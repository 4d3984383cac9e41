package jp.shikaku.registration.check;

import java.util.Optional;

import jp.shikaku.contracts.hold.Finding;
import jp.shikaku.contracts.hold.FindingSeverity;

/**
 * The kana of the name are none. With kanji in them the columns were mistaken or the reading was never entered;
 * anything else, such as the Latin letters of a foreigner, is only noted.
 */
@SystemRule
final class KanaNotKana implements CheckRule {

    private static final Statement STATEMENT = Statement.about(
                    "name-kana-not-kana",
                    "カナ氏名にカナ以外の文字があります。",
                    "The name in kana has characters that are no kana.",
                    "/nameKana")
            .remedy(
                    "漢字氏名とカナ氏名の欄が入れ替わっていないか確かめ、カナで入力し直してください。",
                    "Check whether the two columns of the name were mistaken, and enter the name in kana.");

    @Override
    public String code() {
        return STATEMENT.code();
    }

    @Override
    public Optional<Finding> check(CheckedCase checked) {
        String kana = checked.record().person().nameKana();
        if (Letters.areKana(kana)) {
            return Optional.empty();
        }
        return Optional.of(STATEMENT.as(Letters.haveKanji(kana) ? checked.unlikely() : FindingSeverity.NOTES));
    }
}
