package jp.shikaku.registration.text;

import java.text.Normalizer;

/** 々, ゝ and ゞ spelled out: 佐々木 is 佐佐木, みすゞ is みすず. */
final class Repetition {

    private static final String MARKS = "々〻ゝヽゞヾ";
    private static final String VOICED = "ゞヾ";
    private static final String VOICING = "\u3099";

    private Repetition() {}

    static boolean isIn(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (MARKS.indexOf(text.charAt(at)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** A mark that repeats nothing, as at the beginning, stays. */
    static String spelledOut(String text) {
        StringBuilder spelled = new StringBuilder(text.length());
        int codePoint;
        for (int at = 0; at < text.length(); at += Character.charCount(codePoint)) {
            codePoint = text.codePointAt(at);
            if (MARKS.indexOf(codePoint) < 0 || spelled.isEmpty()) {
                spelled.appendCodePoint(codePoint);
            } else {
                spelled.append(repeated(spelled.codePointBefore(spelled.length()), codePoint));
            }
        }
        // A mark behind may join what was repeated: か々゛ is かが.
        return WritingStyle.unified(spelled);
    }

    private static String repeated(int before, int mark) {
        String letter = Character.toString(before);
        if (mark == '々' || mark == '〻') {
            return letter;
        }
        String unvoiced = Normalizer.normalize(letter, Normalizer.Form.NFD).substring(0, Character.charCount(before));
        boolean voiced = VOICED.indexOf(mark) >= 0;
        return voiced ? Normalizer.normalize(unvoiced + VOICING, Normalizer.Form.NFC) : unvoiced;
    }
}
