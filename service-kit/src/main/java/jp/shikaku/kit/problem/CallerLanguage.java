package jp.shikaku.kit.problem;

import java.util.List;
import java.util.Locale;

/** Which of our two languages a caller reads. */
public final class CallerLanguage {

    private CallerLanguage() {}

    /** The first of {@code accepted} (best first) that is Japanese or English; Japanese when none is. */
    public static Locale of(List<Locale> accepted) {
        return accepted.stream()
                .filter(locale -> locale.getLanguage().equals("ja")
                        || locale.getLanguage().equals("en"))
                .findFirst()
                .orElse(Locale.JAPANESE);
    }
}
