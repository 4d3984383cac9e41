package jp.shikaku.eligibility.testing;

import java.util.regex.Pattern;

/** What personal data of the tests look like wherever they turn up. */
public final class Marks {

    /** In every name and card symbol. */
    static final String TEXT = "見本";

    /** In every name in kana. */
    static final String KANA = "ミホン";

    /** At the start of every card number, before eight digits. */
    static final String NUMBER = "9071";

    /** Keys of persons and cards are 256 bits in base64url, and stand alone. */
    private static final Pattern PERSONAL =
            Pattern.compile(TEXT + "|" + KANA + "|" + NUMBER + "[0-9]{8}|(?<![\\w-])[\\w-]{43}(?![\\w-])");

    private Marks() {}

    public static boolean isPersonal(String text) {
        return PERSONAL.matcher(text).find();
    }
}
