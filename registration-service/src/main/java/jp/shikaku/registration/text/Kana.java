package jp.shikaku.registration.text;

/** Katakana that are written alike in one source or the other. */
final class Kana {

    private static final int HIRAGANA_TO_KATAKANA = 'ァ' - 'ぁ';
    private static final int FIRST_KATAKANA = 'ァ';
    private static final int LAST_SMALL = 'ㇿ';

    private static final String SMALL = "ァィゥェォヵㇰヶㇱㇲッㇳㇴㇵㇶㇷㇸㇹㇺャュョㇻㇼㇽㇾㇿヮ";
    private static final String LARGE = "アイウエオカクケシスツトヌハヒフヘホムヤユヨラリルレロワ";

    private Kana() {}

    /** The katakana of a hiragana; itself for every other character. */
    static int katakana(int codePoint) {
        boolean hiragana = codePoint >= 'ぁ' && codePoint <= 'ゖ' || codePoint == 'ゝ' || codePoint == 'ゞ';
        return hiragana ? codePoint + HIRAGANA_TO_KATAKANA : codePoint;
    }

    /** The large form of a small katakana, which half-width sources have lost: ショウイチ arrives as シヨウイチ. */
    static int large(int codePoint) {
        int index = codePoint < FIRST_KATAKANA || codePoint > LAST_SMALL ? -1 : SMALL.indexOf(codePoint);
        return index < 0 ? codePoint : LARGE.charAt(index);
    }

    /** ヰ, ヱ, ヲ, ヂ and ヅ are spelled イ, エ, オ, ジ and ズ by who hears them. */
    static int modern(int codePoint) {
        return switch (codePoint) {
            case 'ヰ' -> 'イ';
            case 'ヱ' -> 'エ';
            case 'ヲ' -> 'オ';
            case 'ヂ' -> 'ジ';
            case 'ヅ' -> 'ズ';
            default -> codePoint;
        };
    }

    /** ゛ or ゜ that found no kana to join. */
    static boolean isVoicing(int codePoint) {
        return codePoint == 0x3099 || codePoint == 0x309A;
    }
}
