package jp.shikaku.registration.text;

/**
 * ●: what the intermediate server writes for a character its set does not have. It may stand for any one character, so
 * it is no difference; but nobody can say either that the text was compared there. 〓, the replacement character and 外字
 * of a private font say as little.
 */
public final class UnmappedCharacter {

    private UnmappedCharacter() {}

    public static boolean isIn(String text) {
        return text.codePoints().anyMatch(UnmappedCharacter::is);
    }

    /** Whether {@code text} has unmapped characters and, besides spaces, nothing else. */
    public static boolean isAllOf(String text) {
        return isIn(text) && text.codePoints().allMatch(codePoint -> is(codePoint) || WritingStyle.isSpace(codePoint));
    }

    /** Whether nobody can say which character it is. */
    public static boolean is(int codePoint) {
        return switch (codePoint) {
            case '●', '〓', 0xFFFD -> true;
            default -> Character.getType(codePoint) == Character.PRIVATE_USE;
        };
    }

    /** Whether two folded texts are equal character by character, an unmapped one being equal to every character. */
    static boolean matches(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        int left = 0;
        int right = 0;
        while (left < one.length() && right < other.length()) {
            int ours = one.codePointAt(left);
            int theirs = other.codePointAt(right);
            if (ours != theirs && !is(ours) && !is(theirs)) {
                return false;
            }
            left += Character.charCount(ours);
            right += Character.charCount(theirs);
        }
        return left == one.length() && right == other.length();
    }
}
