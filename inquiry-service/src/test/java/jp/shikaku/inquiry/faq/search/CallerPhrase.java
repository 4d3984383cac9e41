package jp.shikaku.inquiry.faq.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * Something a caller says, and the answers of which each would serve.
 *
 * @param kind everyday, kana, romaji, halfwidth, typo or english
 */
record CallerPhrase(String kind, String phrase, Set<String> answers) {

    /** The phrases of {@code file} beside this class's parent package. */
    static List<CallerPhrase> in(String file) {
        try (InputStream stream = CallerPhrase.class.getResourceAsStream("/jp/shikaku/inquiry/faq/" + file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .map(fields -> new CallerPhrase(fields[0], fields[1], Set.of(fields[2].split("\\|"))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
