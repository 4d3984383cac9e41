package jp.shikaku.inquiry.faq.search;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One writing for one text: full or half width, capitals, numerals in kanji, white space. */
final class AskedText {

    private static final Pattern KANJI_NUMERAL =
            Pattern.compile("(?<![一二三四五六七八九十])[一二三四五六七八九十]{1,3}(?=[割回日桁年歳月枚人階度番週時分]|か月|ヶ月|つ目)");
    private static final String DIGITS = "一二三四五六七八九";
    private static final Pattern JAPANESE = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]");
    private static final Pattern LONG_LIKE_DASH = Pattern.compile("(?<=[\\p{IsHiragana}\\p{IsKatakana}])[-~〜]");

    private AskedText() {}

    static String folded(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        folded = LONG_LIKE_DASH.matcher(folded).replaceAll("ー");
        return KANJI_NUMERAL
                .matcher(folded)
                .replaceAll(numeral -> Matcher.quoteReplacement(digits(numeral.group())))
                .strip();
    }

    static boolean hasJapanese(String text) {
        return JAPANESE.matcher(text).find();
    }

    private static String digits(String kanji) {
        int ten = kanji.indexOf('十');
        if (ten < 0) {
            StringBuilder digits = new StringBuilder();
            kanji.chars().forEach(digit -> digits.append(DIGITS.indexOf(digit) + 1));
            return digits.toString();
        }
        int tens = ten == 0 ? 1 : DIGITS.indexOf(kanji.charAt(ten - 1)) + 1;
        int ones = ten == kanji.length() - 1 ? 0 : DIGITS.indexOf(kanji.charAt(ten + 1)) + 1;
        return Integer.toString(tens * 10 + ones);
    }
}
