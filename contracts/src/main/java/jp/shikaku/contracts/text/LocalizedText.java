package jp.shikaku.contracts.text;

import java.util.Locale;
import java.util.Objects;

/**
 * One sentence in the two languages every answer of this system speaks.
 *
 * @param ja the Japanese wording, shown first
 * @param en the English wording, equal in content
 */
public record LocalizedText(String ja, String en) {

    public LocalizedText {
        Objects.requireNonNull(ja, "ja");
        Objects.requireNonNull(en, "en");
    }

    /** The wording for {@code locale}: English when its language is English, Japanese for every other. */
    public String in(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? en : ja;
    }
}
