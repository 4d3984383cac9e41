package jp.shikaku.contracts.oqs;

import java.text.Normalizer;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A name in half-width kana (半角カナ), as {@code NameKana} has it: ﾐﾎﾝ ﾊﾅｺ. */
final class HalfWidthKana {

    private static final char FIRST = '\uFF61';
    private static final char LAST = '\uFF9F';

    /** Full-width characters, and the two combining sound marks, by what they are in half width. */
    private static final Map<Character, Character> NARROW = Stream.concat(
                    IntStream.rangeClosed(FIRST, LAST)
                            .mapToObj(narrow -> Map.entry(wide((char) narrow), (char) narrow)),
                    // No half-width form of their own: what they are read as.
                    Map.of('ヮ', 'ﾜ', 'ヰ', 'ｲ', 'ヱ', 'ｴ', 'ヵ', 'ｶ', 'ヶ', 'ｹ', '\u3000', ' ').entrySet().stream())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private static final char HIRAGANA_FIRST = 'ぁ';
    private static final char HIRAGANA_LAST = 'ゖ';
    private static final int TO_KATAKANA = 'ァ' - 'ぁ';

    private HalfWidthKana() {}

    /** What has no half width, such as kanji, stays as it is. */
    static String of(String text) {
        String katakana = map(Normalizer.normalize(text, Normalizer.Form.NFKC), HalfWidthKana::katakana);
        // Apart from its sound mark, ガ is カ and ゛: two characters in half width.
        String apart = Normalizer.normalize(katakana, Normalizer.Form.NFD);
        return map(apart, c -> NARROW.getOrDefault(c, c));
    }

    private static String map(String text, Function<Character, Character> each) {
        StringBuilder mapped = new StringBuilder(text.length());
        for (char c : text.toCharArray()) {
            mapped.append(each.apply(c).charValue());
        }
        return mapped.toString();
    }

    private static char katakana(char c) {
        return c >= HIRAGANA_FIRST && c <= HIRAGANA_LAST ? (char) (c + TO_KATAKANA) : c;
    }

    private static char wide(char narrow) {
        return Normalizer.normalize(String.valueOf(narrow), Normalizer.Form.NFKC)
                .charAt(0);
    }
}
