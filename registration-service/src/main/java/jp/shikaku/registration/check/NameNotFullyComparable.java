package jp.shikaku.registration.check;

import java.util.List;
import java.util.Optional;

import jp.shikaku.contracts.hold.Finding;
import jp.shikaku.contracts.hold.FindingSeverity;
import jp.shikaku.contracts.text.LocalizedText;
import jp.shikaku.registration.text.UnmappedCharacter;

/** A ● stands where the sender's character set ended: the name was compared without it. */
@SystemRule
final class NameNotFullyComparable implements CheckRule {

    @Override
    public String code() {
        return "name-has-unmapped-character";
    }

    @Override
    public Optional<Finding> check(CheckedRecord record, CheckContext context) {
        return UnmappedCharacter.isIn(record.person().name()) ? Optional.of(finding()) : Optional.empty();
    }

    private Finding finding() {
        return new Finding(
                code(),
                FindingSeverity.NOTES,
                List.of("/name"),
                new LocalizedText(
                        "氏名に表示できない文字（●）があります。その文字は照合していません。",
                        "The name has an unmapped character (●), which was not compared."),
                new LocalizedText(
                        "資格には影響しません。正しい字が分かれば訂正できます。",
                        "Coverage is not affected; correct it when you know the character."));
    }
}
