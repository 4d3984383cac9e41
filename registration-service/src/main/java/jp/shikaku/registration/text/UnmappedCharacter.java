package jp.shikaku.registration.text;

/**
 * ●: what the intermediate server writes for a character its set does not have. It may stand for any one character, so
 * it is no difference; but nobody can say either that the name was compared.
 */
public final class UnmappedCharacter {

    private static final int MARK = '●';

    private UnmappedCharacter() {}

    public static boolean isIn(String text) {
        return text.indexOf(MARK) >= 0;
    }

    /** Whether two folded texts are equal character by character, a ● being equal to every character. */
    static boolean matches(String one, String other) {
        int[] left = one.codePoints().toArray();
        int[] right = other.codePoints().toArray();
        if (left.length != right.length) {
            return false;
        }
        for (int i = 0; i < left.length; i++) {
            if (left[i] != right[i] && left[i] != MARK && right[i] != MARK) {
                return false;
            }
        }
        return true;
    }
}
