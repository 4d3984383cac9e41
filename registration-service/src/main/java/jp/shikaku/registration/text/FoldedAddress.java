package jp.shikaku.registration.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address as it is compared: the place, and the numbers of house and block. The building and what follows it are left
 * out: one register has them, the other does not.
 *
 * @param prefecture as at the head of the address; empty when it is not written, which is usual for large cities
 * @param place everything else before the numbers, folded
 * @param numbers 丁目, 番, 号 in this order, as far as written
 */
record FoldedAddress(String prefecture, String place, List<Long> numbers) {

    private static final Pattern PREFECTURE = Pattern.compile("^(東京都|北海道|大阪府|京都府|[^-0-9市区町村郡]{2,3}県)");

    /** A number that belongs to the name of a place: 北3条西, 1番町, 南4線. */
    private static final String IN_PLACE_NAME = "(?=条|線|地割|区|町|市|村|郡|番町|丁町)";

    private static final Pattern PLACE = Pattern.compile("^(?:[^0-9]|[0-9]+" + IN_PLACE_NAME + ")*");
    private static final Pattern NUMBER = Pattern.compile("\\G([0-9]{1,9})(?:-|$|(?=[^0-9]))");
    private static final Pattern COUNTER = Pattern.compile("(?<=[0-9])(?:丁目|番地ノ?|番(?!町)|号|丁(?![目町])|ノ(?=[0-9]))");

    /** ヶ, ケ, が and カ between kanji are one and the same in the name of a place: 霞ヶ関, 霞が関. */
    private static final Pattern GA = Pattern.compile("(?<=\\p{IsHan})[ケガカ](?=\\p{IsHan})");

    private static final int COMPLETE = 3;

    static FoldedAddress of(String address) {
        String text = COUNTER.matcher(KanjiDigits.toArabic(letters(address))).replaceAll("-");
        text = text.replaceAll(" *-[ -]*", "-").replaceAll("(?<![0-9]) | (?![0-9])", "");
        Matcher place = PLACE.matcher(text);
        int numbersStart = place.find() ? place.end() : 0;
        String before = withoutEndingDash(text.substring(0, numbersStart));
        Matcher prefecture = PREFECTURE.matcher(before);
        String head = prefecture.find() ? prefecture.group() : "";
        return new FoldedAddress(head, before.substring(head.length()), numbers(text.substring(numbersStart)));
    }

    /**
     * Whether both may be the same home. A prefecture or the number of a flat that only one of them names is no
     * difference.
     */
    boolean matches(FoldedAddress other) {
        boolean samePrefecture =
                prefecture.isEmpty() || other.prefecture.isEmpty() || prefecture.equals(other.prefecture);
        return samePrefecture && UnmappedCharacter.matches(place, other.place) && numbersMatch(other);
    }

    private boolean numbersMatch(FoldedAddress other) {
        int common = Math.min(numbers.size(), other.numbers.size());
        boolean sameLength = numbers.size() == other.numbers.size();
        return (sameLength || common >= COMPLETE)
                && numbers.subList(0, common).equals(other.numbers.subList(0, common));
    }

    private static String letters(String address) {
        StringBuilder letters = new StringBuilder(address.length());
        WritingStyle.unified(WritingStyle.unified(address).toUpperCase(Locale.ROOT))
                .codePoints()
                .map(codePoint -> WritingStyle.isSpace(codePoint) ? ' ' : WritingStyle.withOneDash(codePoint))
                .map(Kana::katakana)
                .map(Kana::large)
                .map(VariantCharacters::kept)
                .forEach(letters::appendCodePoint);
        return GA.matcher(letters).replaceAll("ケ").replace("大字", "");
    }

    private static List<Long> numbers(String text) {
        List<Long> numbers = new ArrayList<>();
        Matcher number = NUMBER.matcher(text);
        while (number.find()) {
            numbers.add(Long.valueOf(number.group(1)));
        }
        return List.copyOf(numbers);
    }

    private static String withoutEndingDash(String text) {
        return text.endsWith("-") ? text.substring(0, text.length() - 1) : text;
    }
}
