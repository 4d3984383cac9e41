package jp.shikaku.registration.check;

import java.util.Optional;

import jp.shikaku.contracts.hold.Finding;
import jp.shikaku.contracts.hold.FindingSeverity;
import jp.shikaku.registration.text.UnmappedCharacter;

/**
 * The finding that a text has characters nobody could map: it was compared without them. A text of nothing else was not
 * compared at all.
 */
record Unmapped(Statement statement) {

    static Unmapped in(String field, String code, String itemJa, String itemEn) {
        return new Unmapped(Statement.about(
                        code,
                        itemJa + "に表示できない文字（●など）があります。その文字は照合していません。",
                        "The " + itemEn + " has unmapped characters (such as ●), which were not compared.",
                        field)
                .remedy(
                        "資格には影響しません。正しい字が分かれば訂正できます。",
                        "Coverage is not affected; correct it when you know the character."));
    }

    Optional<Finding> of(String text, CheckedCase checked) {
        if (!UnmappedCharacter.isIn(text)) {
            return Optional.empty();
        }
        return Optional.of(statement.as(UnmappedCharacter.isAllOf(text) ? checked.unlikely() : FindingSeverity.NOTES));
    }
}
