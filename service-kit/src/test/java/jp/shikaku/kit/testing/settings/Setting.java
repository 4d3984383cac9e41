package jp.shikaku.kit.testing.settings;

import java.util.Locale;

/**
 * One setting of a service.
 *
 * @param key as in {@code application.properties}
 * @param kind what a value has to be
 * @param usual what holds when nothing is said; empty when it has to be given, a dash when it may be left out
 * @param meaning a sentence or two
 */
record Setting(String key, String kind, String usual, String meaning) implements Comparable<Setting> {

    /** The variable of the environment that sets it. */
    String variable() {
        return key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    String row() {
        String shown = usual.isEmpty() ? "**has to be given**" : usual.equals("—") ? usual : "`" + usual + "`";
        return "| `%s`<br>`%s` | %s | %s | %s |"
                .formatted(
                        key,
                        variable(),
                        kind,
                        shown,
                        meaning.replace("|", "\\|").replaceAll("\\s+", " "));
    }

    @Override
    public int compareTo(Setting other) {
        return key.compareTo(other.key);
    }
}
