package jp.shikaku.registration.text;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Kanji numerals where an address counts: 三丁目, 二十五番地, 一〇五号. Those inside a place name (三田, 八王子) stay. */
final class KanjiDigits {

    private static final Pattern COUNTED = Pattern.compile("[〇零一二三四五六七八九十百千]+(?=丁目|番|号|条|線|地割|[-ノ][0-9])");

    private static final String DIGITS = "〇一二三四五六七八九";

    private KanjiDigits() {}

    static String toArabic(String address) {
        return COUNTED.matcher(address).replaceAll(KanjiDigits::arabic);
    }

    private static String arabic(MatchResult match) {
        String numeral = match.group().replace('零', '〇');
        boolean positional = numeral.chars().noneMatch(c -> unit(c) > 0);
        return positional ? byPosition(numeral) : Long.toString(byUnits(numeral));
    }

    private static String byPosition(String numeral) {
        StringBuilder digits = new StringBuilder(numeral.length());
        numeral.chars().forEach(c -> digits.append(DIGITS.indexOf(c)));
        return digits.toString();
    }

    /** 二百三十四: every digit counts its unit; a unit alone counts once. */
    private static long byUnits(String numeral) {
        long sum = 0;
        long digit = 0;
        for (int c : numeral.chars().toArray()) {
            if (unit(c) > 0) {
                sum += Math.max(digit, 1) * unit(c);
                digit = 0;
            } else {
                digit = DIGITS.indexOf(c);
            }
        }
        return sum + digit;
    }

    private static int unit(int c) {
        return switch (c) {
            case '十' -> 10;
            case '百' -> 100;
            case '千' -> 1000;
            default -> 0;
        };
    }
}
