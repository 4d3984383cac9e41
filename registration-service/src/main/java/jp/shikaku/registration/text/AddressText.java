package jp.shikaku.registration.text;

import java.util.List;

/**
 * An address in one writing: one width, variant characters and dashes as one, numbers in ASCII digits with a dash between
 * them (1丁目2番地の3 becomes 1-2-3), a space only behind a number.
 */
final class AddressText {

    /** What follows a number and parts it from the next: the longer first. */
    private static final List<String> COUNTERS = List.of("丁目", "番地ノ", "番地", "番ノ", "番", "号", "丁");

    /** What makes a number a part of the name of a place: 北3条西, 1番町, 南4線. */
    private static final List<String> PLACE_NAMES =
            List.of("条", "線", "号線", "地割", "区", "町", "市", "村", "郡", "番町", "番丁", "番通", "丁町");

    /** What may be parted from its number by a space. A 市 behind a space is rather the 市川 of a building. */
    private static final List<String> SPACED = List.of("丁目", "番地", "番", "号", "丁", "条", "線", "地割");

    private AddressText() {}

    static String folded(String address) {
        String letters = letters(WritingStyle.unifiedCapitals(address));
        String spelled = Repetition.isIn(letters) ? Repetition.spelledOut(letters) : letters;
        return dashed(KanjiDigits.toArabic(withOneGa(spelled)));
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Whether the number that ends before {@code end} belongs to the name of a place. */
    static boolean isInPlaceName(String text, int end) {
        return startsWithAny(PLACE_NAMES, text, end);
    }

    static boolean startsWithAny(List<String> words, String text, int at) {
        for (String word : words) {
            if (text.startsWith(word, at)) {
                return true;
            }
        }
        return false;
    }

    /** 字 and 大字 are written or not, as one likes. */
    private static String letters(String unified) {
        StringBuilder letters = new StringBuilder(unified.length());
        boolean space = false;
        int codePoint;
        for (int at = 0; at < unified.length(); at += Character.charCount(codePoint)) {
            codePoint = unified.codePointAt(at);
            if (WritingStyle.isSpace(codePoint)) {
                space = true;
            } else if (codePoint != '字' && !unified.startsWith("大字", at)) {
                int letter = letter(codePoint);
                boolean joined = letter == WritingStyle.DASH || startsWithAny(SPACED, unified, at);
                if (space && !joined && endsWithNumber(letters)) {
                    letters.append(' ');
                }
                letters.appendCodePoint(letter);
                space = false;
            }
        }
        return letters.toString();
    }

    private static int letter(int codePoint) {
        int letter = Kana.large(Kana.katakana(WritingStyle.withOneDash(codePoint)));
        return VariantCharacters.kept(letter);
    }

    /** ヶ, ケ, が and カ between kanji are one and the same in the name of a place: 霞ヶ関, 霞が関. */
    private static String withOneGa(String text) {
        StringBuilder one = null;
        for (int at = 1; at < text.length() - 1; at++) {
            char c = text.charAt(at);
            boolean ga = c == 'ガ' || c == 'カ';
            if (ga && isKanji(text.codePointBefore(at)) && isKanji(text.codePointAt(at + 1))) {
                one = one == null ? new StringBuilder(text) : one;
                one.setCharAt(at, 'ケ');
            }
        }
        return one == null ? text : one.toString();
    }

    private static boolean isKanji(int codePoint) {
        return Character.isIdeographic(codePoint) || UnmappedCharacter.is(codePoint);
    }

    /** Counters behind numbers as dashes, and many dashes as one. */
    private static String dashed(String text) {
        StringBuilder dashed = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int counted = endsWithDigit(dashed) ? counterAt(text, at) : 0;
            char c = counted > 0 ? WritingStyle.DASH : text.charAt(at);
            boolean parted = endsWith(dashed, WritingStyle.DASH) && (c == WritingStyle.DASH || c == ' ');
            if (!parted) {
                dashed.append(c);
            }
            at += Math.max(counted, 1);
        }
        return dashed.toString();
    }

    /** How long the counter is that stands here; 0 when none does. */
    private static int counterAt(String text, int at) {
        if (isInPlaceName(text, at)) {
            return 0;
        }
        if (text.charAt(at) == 'ノ') {
            return at + 1 < text.length() && isDigit(text.charAt(at + 1)) ? 1 : 0;
        }
        for (String counter : COUNTERS) {
            if (text.startsWith(counter, at)) {
                return counter.length();
            }
        }
        return 0;
    }

    /** With or without 番. */
    private static boolean endsWithNumber(StringBuilder text) {
        int last = text.length() - 1;
        int digit = last > 0 && text.charAt(last) == '番' ? last - 1 : last;
        return digit >= 0 && isDigit(text.charAt(digit));
    }

    private static boolean endsWithDigit(StringBuilder text) {
        return !text.isEmpty() && isDigit(text.charAt(text.length() - 1));
    }

    private static boolean endsWith(StringBuilder text, char c) {
        return !text.isEmpty() && text.charAt(text.length() - 1) == c;
    }
}
