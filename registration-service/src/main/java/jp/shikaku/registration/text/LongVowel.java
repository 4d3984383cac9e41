package jp.shikaku.registration.text;

import java.util.Arrays;

/**
 * A long vowel in kana, which one source writes as it is heard and the other as it is spelled: ユーコ and ユウコ, オーノ and
 * オオノ, コージ and コウジ. Works on large katakana with one dash.
 */
final class LongVowel {

    private static final String[] ROWS = {
        "アカガサザタダナハバパマヤラワ", "イキギシジチニヒビピミリ", "ウクグスズツヌフブプムユルヴ", "エケゲセゼテデネヘベペメレ", "オコゴソゾトドノホボポモヨロ"
    };

    /** What lengthens each row, besides the dash. */
    private static final String[] LENGTHENED_BY = {"ア", "イ", "ウ", "エイ", "オウ"};

    private static final int FIRST = 'ァ';
    private static final byte[] ROW_OF = rowOf();
    private static final int NONE = -1;

    private LongVowel() {}

    /** Long vowels as dashes, and kana of one sound as one (ヂ and ジ, ヲ and オ). */
    static String folded(String kana) {
        StringBuilder folded = new StringBuilder(kana.length());
        int row = NONE;
        for (int at = 0; at < kana.length(); at++) {
            int letter = Kana.modern(kana.charAt(at));
            if (row != NONE && LENGTHENED_BY[row].indexOf(letter) >= 0) {
                letter = WritingStyle.DASH;
            } else if (letter != WritingStyle.DASH && !Kana.isVoicing(letter)) {
                row = row(letter);
            }
            folded.append((char) letter);
        }
        return folded.toString();
    }

    private static int row(int letter) {
        int index = letter - FIRST;
        return index >= 0 && index < ROW_OF.length ? ROW_OF[index] : NONE;
    }

    private static byte[] rowOf() {
        byte[] rowOf = new byte['ヺ' - FIRST + 1];
        Arrays.fill(rowOf, (byte) NONE);
        for (byte row = 0; row < ROWS.length; row++) {
            for (char letter : ROWS[row].toCharArray()) {
                rowOf[letter - FIRST] = row;
            }
        }
        return rowOf;
    }
}
