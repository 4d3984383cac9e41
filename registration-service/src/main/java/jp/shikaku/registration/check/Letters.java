package jp.shikaku.registration.check;

import java.text.Normalizer;

import jp.shikaku.contracts.text.Dashes;
import jp.shikaku.registration.text.UnmappedCharacter;

/** What kind of letters a name is written in, whatever their width. */
final class Letters {

    private static final String MARKS = "・･·.,'’　 \u3099\u309A゛゜ﾞﾟー";

    private Letters() {}

    /** Katakana or hiragana, with the marks that go with them; an unmapped character may be one too. */
    static boolean areKana(String text) {
        return text.codePoints()
                .allMatch(codePoint -> isKana(codePoint)
                        || MARKS.indexOf(codePoint) >= 0
                        || Dashes.isDash(codePoint)
                        || Character.isWhitespace(codePoint)
                        || UnmappedCharacter.is(codePoint));
    }

    static boolean haveKanji(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).codePoints().anyMatch(Character::isIdeographic);
    }

    private static boolean isKana(int codePoint) {
        boolean fullWidth = codePoint >= 'ぁ' && codePoint <= 'ヿ';
        boolean halfWidth = codePoint >= 'ｦ' && codePoint <= 'ﾟ';
        return fullWidth || halfWidth || codePoint >= 'ㇰ' && codePoint <= 'ㇿ';
    }
}
