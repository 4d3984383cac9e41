package jp.shikaku.inquiry.faq.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import jp.shikaku.contracts.faq.FaqEntry;
import jp.shikaku.contracts.faq.FaqFinding;
import jp.shikaku.contracts.text.TextPart;

/** Marks what was searched for, in one language. */
final class Marker {

    /** A shorter sound is that of many words. */
    private static final int SHORTEST_SOUND = 3;

    private static final String SENTENCE_END = "(?<=。)|(?<=[.?!]) +";

    private final Set<String> words = new HashSet<>();
    private final Set<String> sounds = new HashSet<>();
    private final Set<String> stems = new HashSet<>();
    private final Locale language;

    /** Marks {@code searched} and its synonyms. */
    Marker(SearchWords searched, Locale language) {
        this.language = language;
        Stream.concat(Stream.of(searched.said()), searched.synonyms().stream()).forEach(terms -> {
            words.addAll(terms.words());
            stems.addAll(terms.english());
        });
        searched.said().heard().stream()
                .filter(sound -> sound.length() >= SHORTEST_SOUND)
                .forEach(sounds::add);
    }

    /** Marks nothing. */
    Marker(Locale language) {
        this.language = language;
    }

    FaqFinding finding(FaqEntry entry) {
        return new FaqFinding(entry, parts(entry.question().in(language)), parts(bestSentence(entry)));
    }

    private String bestSentence(FaqEntry entry) {
        List<String> sentences = Stream.concat(Stream.of(entry.answer()), entry.nextSteps().stream())
                .map(text -> text.in(language))
                .flatMap(text -> Arrays.stream(text.split(SENTENCE_END)))
                .toList();
        // Of equals the first wins: max would take the last.
        return sentences.stream()
                .min(Comparator.comparingInt(sentence -> -marks(sentence).cardinality()))
                .orElse("");
    }

    private List<TextPart> parts(String text) {
        BitSet marks = marks(text);
        List<TextPart> parts = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            boolean hit = marks.get(from);
            int to = hit ? marks.nextClearBit(from) : marks.nextSetBit(from);
            int end = to < 0 ? text.length() : Math.min(to, text.length());
            parts.add(new TextPart(text.substring(from, end), hit));
            from = end;
        }
        return parts;
    }

    /** The characters of {@code text} that belong to a word looked for. */
    private BitSet marks(String text) {
        BitSet marks = new BitSet(text.length());
        ReadText read = ReadText.of(text);
        if (words.isEmpty() && stems.isEmpty() && sounds.isEmpty()
                || read.text().length() != text.length()) {
            return marks; // folding has moved the characters: better no mark than a wrong one
        }
        for (Word word : read.words()) {
            if (word.content() && (words.contains(word.base()) || sounds.contains(word.sound()))) {
                marks.set(word.from(), word.to());
            }
        }
        for (EnglishWords.Stem stem : EnglishWords.of(read.text())) {
            if (stems.contains(stem.stem())) {
                marks.set(stem.from(), stem.to());
            }
        }
        return marks;
    }
}
