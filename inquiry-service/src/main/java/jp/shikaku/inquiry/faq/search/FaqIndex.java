package jp.shikaku.inquiry.faq.search;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jp.shikaku.contracts.faq.FaqEntry;
import jp.shikaku.contracts.text.LocalizedText;

/** Finds questions by what a caller says. Made once for a set of entries and never changed; thread-safe. */
public final class FaqIndex {

    /** What another word for what was said counts, beside what was said. */
    private static final float SYNONYM = 0.45f;

    /** Below this it is chance: half a word alike. Every phrase of a caller in the tests is above it. */
    private static final float CHANCE = 1.2f;

    /** What is this much worse than the best answers something else. */
    private static final float SHARE_OF_BEST = 0.25f;

    private final List<Document> documents;
    private final Synonyms synonyms;
    private final Map<Likeness, Postings> asked;
    private final Map<Likeness, Postings> answered;

    private record Document(FaqEntry entry, List<Terms> asked, List<Terms> answered) {

        static Document of(FaqEntry entry) {
            return new Document(
                    entry,
                    terms(Stream.of(
                                    both(entry.question()),
                                    entry.askedAs().ja().stream(),
                                    entry.askedAs().en().stream())
                            .flatMap(Function.identity())),
                    terms(Stream.concat(
                            both(entry.answer()), entry.nextSteps().stream().flatMap(Document::both))));
        }

        private static Stream<String> both(LocalizedText text) {
            return Stream.of(text.ja(), text.en());
        }

        private static List<Terms> terms(Stream<String> texts) {
            return texts.map(ReadText::of).map(Terms::of).toList();
        }
    }

    /** One entry and how well it fits. */
    private record Scored(FaqEntry entry, float score) {}

    private FaqIndex(List<Document> documents, Synonyms synonyms) {
        this.documents = documents;
        this.synonyms = synonyms;
        this.asked = postings(Document::asked);
        this.answered = postings(Document::answered);
    }

    /** An index of {@code entries}; equally good answers come in this order. */
    public static FaqIndex of(List<FaqEntry> entries, Synonyms synonyms) {
        return new FaqIndex(entries.stream().map(Document::of).toList(), synonyms);
    }

    /** An index of {@code entries}, of which only those are read that this one does not know. */
    public FaqIndex with(List<FaqEntry> entries) {
        Map<FaqEntry, Document> known =
                documents.stream().collect(Collectors.toMap(Document::entry, Function.identity()));
        return new FaqIndex(
                entries.stream()
                        .map(entry -> known.containsKey(entry) ? known.get(entry) : Document.of(entry))
                        .toList(),
                synonyms);
    }

    /** Every entry, those asked most first. */
    public List<FaqEntry> entries() {
        return documents.stream().map(Document::entry).toList();
    }

    /** The entries that answer {@code words}, the best first; empty when none does more than by chance. */
    public List<FaqEntry> find(SearchWords words) {
        List<Scored> scored = scored(words);
        float least = scored.isEmpty()
                ? 0
                : Math.max(CHANCE, SHARE_OF_BEST * scored.get(0).score());
        return scored.stream()
                .filter(one -> one.score() >= least)
                .map(Scored::entry)
                .toList();
    }

    /** The entries that have anything to do with {@code words}, the best first, if only by chance. */
    public List<FaqEntry> guess(SearchWords words) {
        return scored(words).stream().map(Scored::entry).toList();
    }

    /** Takes {@code text} for the words of a search. */
    public SearchWords words(String text) {
        ReadText read = ReadText.of(text);
        return new SearchWords(Terms.of(read), List.copyOf(synonyms.of(read)));
    }

    private List<Scored> scored(SearchWords words) {
        float[] scores = new float[documents.size()];
        add(scores, words.said(), 1, false);
        words.synonyms().forEach(other -> add(scores, other, SYNONYM, true));
        return IntStream.range(0, scores.length)
                .filter(document -> scores[document] > 0)
                .mapToObj(document -> new Scored(documents.get(document).entry(), scores[document]))
                .sorted(Comparator.comparingDouble(one -> -one.score()))
                .toList();
    }

    private void add(float[] scores, Terms terms, float boost, boolean synonym) {
        for (Likeness likeness : Likeness.values()) {
            if (!synonym || likeness.holdsForSynonyms()) {
                List<String> wanted = likeness.of(terms);
                asked.get(likeness).addTo(scores, wanted, boost * likeness.asked());
                answered.get(likeness).addTo(scores, wanted, boost * likeness.answered());
            }
        }
    }

    private Map<Likeness, Postings> postings(Function<Document, List<Terms>> part) {
        Map<Likeness, Postings> postings = new EnumMap<>(Likeness.class);
        for (Likeness likeness : Likeness.values()) {
            Postings.Builder builder = new Postings.Builder();
            documents.forEach(document -> builder.add(part.apply(document).stream()
                    .flatMap(terms -> likeness.of(terms).stream())
                    .toList()));
            postings.put(likeness, builder.build());
        }
        return postings;
    }
}
