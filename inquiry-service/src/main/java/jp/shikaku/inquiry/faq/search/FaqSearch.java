package jp.shikaku.inquiry.faq.search;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import jp.shikaku.contracts.display.DisplayId;
import jp.shikaku.contracts.faq.FaqAnswers;
import jp.shikaku.contracts.faq.FaqAudience;
import jp.shikaku.contracts.faq.FaqElsewhere;
import jp.shikaku.contracts.faq.FaqEntry;
import jp.shikaku.contracts.faq.FaqReference;
import jp.shikaku.contracts.faq.RelatedContent;
import jp.shikaku.inquiry.hotline.HotlineDirectory;

/** Answers what people ask from the questions on the shelf. */
@ApplicationScoped
public class FaqSearch {

    private static final int SUGGESTIONS = 5;

    /** Of the suggestions, how many may be guesses; the rest is what is asked most. */
    private static final int GUESSES = 2;

    private final FaqShelf shelf;
    private final HotlineDirectory hotline;
    private final Clock clock;

    FaqSearch(FaqShelf shelf, HotlineDirectory hotline, Clock clock) {
        this.shelf = shelf;
        this.hotline = hotline;
        this.clock = clock;
    }

    /**
     * What is asked.
     *
     * @param words in everyday words; {@code null} for every question there is
     * @param audience only what is written for these; {@code null} for all
     * @param display only what a display is explained by; {@code null} for all
     * @param language in which to mark what was found
     * @param after the id of the last answer the caller has; {@code null} for the first page
     * @param limit at most so many
     */
    public record Question(
            String words, FaqAudience audience, DisplayId display, Locale language, String after, int limit) {

        boolean isFor(FaqEntry entry) {
            return (audience == null || entry.audience().contains(audience))
                    && (display == null
                            || entry.related()
                                    .contains(new RelatedContent(RelatedContent.Target.DISPLAY, display.slug())));
        }
    }

    public FaqAnswers answer(Question question) {
        if (question.words() == null) {
            return page(question, shelf.entries(), new Marker(question.language()));
        }
        FaqIndex index = shelf.index();
        SearchWords words = index.words(question.words());
        List<FaqEntry> found = index.find(words);
        FaqAnswers answers = page(question, found, new Marker(words, question.language()));
        return found.stream().noneMatch(question::isFor)
                ? new FaqAnswers(List.of(), null, elsewhere(question, index, words))
                : answers;
    }

    private static FaqAnswers page(Question question, List<FaqEntry> found, Marker marker) {
        List<FaqEntry> wanted = found.stream().filter(question::isFor).toList();
        int from = 0;
        if (question.after() != null) {
            List<String> ids = wanted.stream().map(FaqEntry::id).toList();
            // An entry that has gone meanwhile ends the list rather than beginning it anew.
            from = ids.contains(question.after()) ? ids.indexOf(question.after()) + 1 : wanted.size();
        }
        int to = Math.min(from + question.limit(), wanted.size());
        return new FaqAnswers(
                wanted.subList(from, to).stream().map(marker::finding).toList(),
                to < wanted.size() ? wanted.get(to - 1).id() : null,
                null);
    }

    private FaqElsewhere elsewhere(Question question, FaqIndex index, SearchWords words) {
        Stream<FaqEntry> guesses =
                index.guess(words).stream().filter(question::isFor).limit(GUESSES);
        Stream<FaqEntry> mostAsked = index.entries().stream().filter(question::isFor);
        return new FaqElsewhere(
                Stream.concat(guesses, mostAsked)
                        .distinct()
                        .limit(SUGGESTIONS)
                        .map(entry -> new FaqReference(entry.id(), entry.question()))
                        .toList(),
                hotline.linesNow(question.audience(), clock.instant()));
    }
}
