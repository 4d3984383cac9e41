package jp.shikaku.inquiry.faq.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Takes the Latin part of a text apart into stems, with Lucene's analyzer for English. */
final class EnglishWords {

    private static final Pattern NOT_LATIN = Pattern.compile("[^a-z0-9']");

    private EnglishWords() {}

    /**
     * The stem of a word.
     *
     * @param from where the word begins in the text
     * @param to where it ends, exclusive
     */
    record Stem(int from, int to, String stem) {}

    /** The stems of {@code text}, which is folded; words that say nothing by themselves are left out. */
    static List<Stem> of(String text) {
        String latin = NOT_LATIN.matcher(text).replaceAll(" ");
        if (latin.isBlank()) {
            return List.of();
        }
        List<Stem> stems = new ArrayList<>();
        try (EnglishAnalyzer analyzer = new EnglishAnalyzer();
                TokenStream stream = analyzer.tokenStream("", latin)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                stems.add(new Stem(offset.startOffset(), offset.endOffset(), term.toString()));
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory can be read", e);
        }
        return stems;
    }
}
