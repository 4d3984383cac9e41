package jp.shikaku.contracts.faq;

import java.util.List;

/**
 * What an operator writes for a question. Texts, so that everything wrong with it is told at once.
 *
 * @param topic {@link FaqTopic}
 * @param audience {@link FaqAudience}, at least one
 * @param question 1 to 300 characters in each language
 * @param askedAs up to 10 other ways of asking in each language, of up to 100 characters; may be missing
 * @param answer 1 to 1,000 characters in each language
 * @param nextSteps 1 to 10, of up to 500 characters
 * @param sources 1 to 10
 * @param effectiveFrom {@code YYYY-MM-DD}
 * @param effectiveUntil {@code YYYY-MM-DD}, after {@code effectiveFrom}; may be missing
 * @param related up to 10; may be missing
 */
public record FaqContentRequest(
        String topic,
        List<String> audience,
        Texts question,
        Phrases askedAs,
        Texts answer,
        List<Texts> nextSteps,
        List<Source> sources,
        String effectiveFrom,
        String effectiveUntil,
        List<Link> related) {

    /** A text in both languages. */
    public record Texts(String ja, String en) {}

    /** Phrases in each language. */
    public record Phrases(List<String> ja, List<String> en) {}

    /** A source: its title and an absolute web address. */
    public record Source(Texts title, String url) {}

    /** A link: FAQ or DISPLAY, and the id there. */
    public record Link(String kind, String id) {}
}
