package jp.shikaku.registration.text;

import java.text.Normalizer;

/** Accents of Latin letters: the resident register has the 26 letters only, so José is Jose there. */
final class Accent {

    private static final int FIRST_ACCENTED = 0x00C0;
    private static final int LAST_ACCENTED = 0x024F;
    private static final int FIRST_FURTHER_ACCENTED = 0x1E00;
    private static final int LAST_FURTHER_ACCENTED = 0x1EFF;
    private static final int FIRST_MARK = 0x0300;
    private static final int LAST_MARK = 0x036F;

    private Accent() {}

    /** The letter below the accent; itself for every other character. */
    static int without(int codePoint) {
        boolean accented = codePoint >= FIRST_ACCENTED && codePoint <= LAST_ACCENTED
                || codePoint >= FIRST_FURTHER_ACCENTED && codePoint <= LAST_FURTHER_ACCENTED;
        return accented
                ? Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFD)
                        .codePointAt(0)
                : codePoint;
    }

    /** Whether it is an accent that found no letter to join. */
    static boolean isMark(int codePoint) {
        return codePoint >= FIRST_MARK && codePoint <= LAST_MARK;
    }
}
