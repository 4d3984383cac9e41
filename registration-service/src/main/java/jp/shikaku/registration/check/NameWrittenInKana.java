package jp.shikaku.registration.check;

import java.util.Optional;

import jp.shikaku.contracts.hold.Finding;
import jp.shikaku.contracts.hold.FindingSeverity;
import jp.shikaku.registration.individual.FiveItems;
import jp.shikaku.registration.text.SameText;

/**
 * The name is the kana once more, as when the columns of a file are mistaken. Foreigners are registered like that:
 * nothing is noted when the resident register has the same, and never more than noted.
 */
@SystemRule
final class NameWrittenInKana implements CheckRule {

    private static final Statement STATEMENT = Statement.about(
                    "name-written-in-kana", "漢字氏名の欄がカナ氏名と同じです。", "The name is the same as the name in kana.", "/name")
            .remedy(
                    "外国人などで正しければ何もする必要はありません。漢字の氏名があれば訂正してください。",
                    "If it is right, as for a foreigner, nothing is to be done; if there is a name in kanji, correct it.");

    @Override
    public String code() {
        return STATEMENT.code();
    }

    @Override
    public Optional<Finding> check(CheckedCase checked) {
        FiveItems person = checked.record().person();
        boolean confirmed = checked.context().register().toCompareWith().isPresent()
                && !checked.differing().contains(FiveItem.NAME);
        boolean kana =
                !confirmed && Letters.areKana(person.name()) && SameText.nameKana(person.name(), person.nameKana());
        return STATEMENT.when(kana, FindingSeverity.NOTES);
    }
}
