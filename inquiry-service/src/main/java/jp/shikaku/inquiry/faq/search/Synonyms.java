package jp.shikaku.inquiry.faq.search;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jp.shikaku.inquiry.content.ContentCheck;
import jp.shikaku.inquiry.content.ContentException;
import jp.shikaku.inquiry.content.ContentFile;
import jp.shikaku.inquiry.content.ContentReader;
import jp.shikaku.inquiry.content.ContentSource;

/** Words that mean the same to a caller. Data: {@code search/synonyms.yaml}, one group of words a line. */
public final class Synonyms {

    static final String FILE = "search/synonyms.yaml";

    /** A short sound is found by chance in any sentence. */
    private static final int SHORTEST_SOUND = 6;

    private final List<List<Synonym>> groups;

    /** One word, with all that is known of it. */
    private record Synonym(ReadText word, boolean japanese, Terms terms) {

        static Synonym of(String word) {
            ReadText read = ReadText.of(word);
            return new Synonym(read, AskedText.hasJapanese(read.text()), Terms.of(read));
        }

        /** A Latin word counts only as a whole: "pin" is not in "shopping". */
        boolean isIn(ReadText text, String bases, String latinWords) {
            return japanese
                    ? text.text().contains(word.text())
                            || bases.contains(word.text())
                            || word.sound().length() >= SHORTEST_SOUND
                                    && text.sound().contains(word.sound())
                    : latinWords.contains(" " + word.text() + " ");
        }
    }

    private Synonyms(List<List<Synonym>> groups) {
        this.groups = groups;
    }

    /** The packed synonyms. */
    public static Synonyms load() {
        return load(ContentSource.packed());
    }

    /** @throws ContentException when a group has fewer than two words, or one word twice */
    public static Synonyms load(ContentSource source) {
        ContentFile<List<List<String>>> file = new ContentReader(source).wordGroups(FILE);
        ContentCheck check = new ContentCheck();
        for (List<String> group : file.value()) {
            check.in(FILE)
                    .require(group.size() > 1, group.toString(), "is alone")
                    .unique(
                            group.toString(),
                            group.stream().map(AskedText::folded).toList());
        }
        check.finish();
        return new Synonyms(file.value().stream()
                .map(group -> group.stream().map(Synonym::of).toList())
                .toList());
    }

    /** The terms of the other words of every group of which a word is in {@code text}. */
    Collection<Terms> of(ReadText text) {
        String bases = text.bases();
        String latinWords = text.latinWords();
        Map<String, Terms> others = new LinkedHashMap<>();
        for (List<Synonym> group : groups) {
            if (group.stream().anyMatch(synonym -> synonym.isIn(text, bases, latinWords))) {
                group.forEach(synonym -> others.put(synonym.word().text(), synonym.terms()));
            }
        }
        others.keySet().removeIf(text.text()::contains);
        return others.values();
    }
}
