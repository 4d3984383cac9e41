package jp.shikaku.registration.text;

import java.util.ArrayList;
import java.util.List;

/**
 * An address as it is compared: the place, and the numbers of house and block. The building and what follows it are left
 * out: one register has them, the other does not.
 *
 * @param prefecture as at the head of the address; empty when it is not written, which is usual for large cities
 * @param place everything else before the numbers, folded
 * @param numbers 丁目, 番, 号 in this order, as far as written
 */
record FoldedAddress(String prefecture, String place, List<Long> numbers) {

    private static final List<String> NOT_KEN = List.of("東京都", "北海道", "大阪府", "京都府");

    /** Where a name of a municipality begins there was no 県 before: 村, 町 and the like may have one in their names. */
    private static final String NO_PART_OF_KEN = "-0123456789市区町村郡";

    private static final int LONGEST_KEN = 3;
    private static final int SHORTEST_KEN = 2;
    private static final int COMPLETE = 3;
    private static final int MAX_DIGITS = 9;

    static FoldedAddress of(String address) {
        String text = AddressText.folded(address);
        int numbersAt = numbersAt(text);
        boolean dashed = numbersAt > 0 && text.charAt(numbersAt - 1) == WritingStyle.DASH;
        String before = text.substring(0, dashed ? numbersAt - 1 : numbersAt);
        int prefecture = prefectureLength(before);
        return new FoldedAddress(
                before.substring(0, prefecture), before.substring(prefecture), numbers(text, numbersAt));
    }

    /**
     * Whether both may be the same home. A prefecture or the number of a flat that only one of them names is no
     * difference.
     */
    boolean matches(FoldedAddress other) {
        boolean samePrefecture = prefecture.isEmpty()
                || other.prefecture.isEmpty()
                || UnmappedCharacter.matches(prefecture, other.prefecture);
        return samePrefecture && UnmappedCharacter.matches(place, other.place) && numbersMatch(other);
    }

    private boolean numbersMatch(FoldedAddress other) {
        int common = Math.min(numbers.size(), other.numbers.size());
        boolean sameLength = numbers.size() == other.numbers.size();
        return (sameLength || common >= COMPLETE)
                && numbers.subList(0, common).equals(other.numbers.subList(0, common));
    }

    /** The first number that is no part of the name of a place. */
    private static int numbersAt(String text) {
        int at = 0;
        while (at < text.length()) {
            int end = endOfDigits(text, at);
            if (end == at) {
                at++;
            } else if (AddressText.isInPlaceName(text, end)) {
                at = end;
            } else {
                return at;
            }
        }
        return at;
    }

    private static int prefectureLength(String text) {
        for (String name : NOT_KEN) {
            if (text.startsWith(name)) {
                return name.length();
            }
        }
        int length = 0;
        while (length < LONGEST_KEN && length < text.length() && NO_PART_OF_KEN.indexOf(text.charAt(length)) < 0) {
            length++;
            if (length >= SHORTEST_KEN && text.startsWith("県", length)) {
                return length + 1;
            }
        }
        return 0;
    }

    private static List<Long> numbers(String text, int from) {
        List<Long> numbers = new ArrayList<>();
        int at = from;
        int end = endOfDigits(text, at);
        while (end > at && end - at <= MAX_DIGITS) {
            numbers.add(Long.valueOf(text.substring(at, end)));
            at = end < text.length() && text.charAt(end) == WritingStyle.DASH ? end + 1 : end;
            end = endOfDigits(text, at);
        }
        return List.copyOf(numbers);
    }

    private static int endOfDigits(String text, int from) {
        int end = from;
        while (end < text.length() && AddressText.isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
