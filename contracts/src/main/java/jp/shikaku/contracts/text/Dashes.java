package jp.shikaku.contracts.text;

/**
 * The characters people and systems write for one and the same dash. The minus sign U+2212 and the full-width hyphen
 * U+FF0D are both here because Shift_JIS and windows-31j decode the same bytes into one or the other; the long-vowel
 * marks because they sit on the hyphen's key of a Japanese keyboard.
 */
public final class Dashes {

    private Dashes() {}

    public static boolean isDash(int codePoint) {
        return switch (codePoint) {
            case '-', 0x00AD, 0x2212, 0x2500, 0x2501, 0x2796, 0xFE58, 0xFE63, 0xFF0D, 0x30FC, 0xFF70 -> true;
            default -> codePoint >= 0x2010 && codePoint <= 0x2015;
        };
    }
}
