package jp.shikaku.registration.text;

import java.util.List;

/**
 * Kanji numerals where an address counts: 三丁目, 二十五番地, 一〇五号, 一－二－三. Those inside a place name (三田, 八王子) stay.
 */
final class KanjiDigits {

    private static final String DIGITS = "〇一二三四五六七八九";
    private static final String NUMERALS = DIGITS + "零十百千";
    private static final List<String> COUNTERS = List.of("丁目", "番", "号", "条", "線", "地割");

    private KanjiDigits() {}

    /** @param address with one dash, and no space but behind digits */
    static String toArabic(String address) {
        StringBuilder arabic = null;
        int copied = 0;
        for (int at = 0; at < address.length(); at++) {
            int end = endOfNumeral(address, at);
            if (end == at) {
                continue;
            }
            if (counts(address, at, end, arabic)) {
                arabic = arabic == null ? new StringBuilder(address.length()) : arabic;
                arabic.append(address, copied, at).append(arabic(address.substring(at, end)));
                copied = end;
            }
            at = end - 1;
        }
        return arabic == null
                ? address
                : arabic.append(address, copied, address.length()).toString();
    }

    private static int endOfNumeral(String address, int from) {
        int end = from;
        while (end < address.length() && NUMERALS.indexOf(address.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    private static boolean counts(String address, int start, int end, StringBuilder before) {
        if (AddressText.startsWithAny(COUNTERS, address, end)) {
            return true;
        }
        boolean first = end + 1 < address.length() && isJoint(address.charAt(end)) && isNumber(address.charAt(end + 1));
        boolean next = start > 1 && isJoint(address.charAt(start - 1)) && isNumber(address.charAt(start - 2));
        boolean last = end == address.length() || address.charAt(end) == ' ';
        return first || next && last && (before != null || isArabic(address.charAt(start - 2)));
    }

    private static boolean isJoint(char c) {
        return c == WritingStyle.DASH || c == 'ノ';
    }

    private static boolean isNumber(char c) {
        return isArabic(c) || NUMERALS.indexOf(c) >= 0;
    }

    private static boolean isArabic(char c) {
        return c >= '0' && c <= '9';
    }

    private static String arabic(String written) {
        String numeral = written.replace('零', '〇');
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
        for (int at = 0; at < numeral.length(); at++) {
            int unit = unit(numeral.charAt(at));
            if (unit > 0) {
                sum += Math.max(digit, 1) * unit;
                digit = 0;
            } else {
                digit = DIGITS.indexOf(numeral.charAt(at));
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
