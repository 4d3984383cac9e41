package jp.shikaku.contracts.number;

import java.util.function.Consumer;

/** What fingers do to digits. */
final class TypedDigits {

    private TypedDigits() {}

    static String fullWidth(String text) {
        StringBuilder wide = new StringBuilder();
        for (char c : text.toCharArray()) {
            wide.append(c > ' ' && c < 0x7F ? (char) (c + 0xFEE0) : c);
        }
        return wide.toString();
    }

    static String withCharacter(String text, int position, char character) {
        StringBuilder changed = new StringBuilder(text);
        changed.setCharAt(position, character);
        return changed.toString();
    }

    static String swapped(String text, int one, int other) {
        return withCharacter(withCharacter(text, one, text.charAt(other)), other, text.charAt(one));
    }

    /** Hands over every text that differs from {@code digits} in the one digit at {@code position}. */
    static void forEachWrongDigit(String digits, int position, Consumer<String> consumer) {
        for (char digit = '0'; digit <= '9'; digit++) {
            if (digit != digits.charAt(position)) {
                consumer.accept(withCharacter(digits, position, digit));
            }
        }
    }
}
