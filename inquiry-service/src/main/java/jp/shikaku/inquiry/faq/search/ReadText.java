package jp.shikaku.inquiry.faq.search;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A text, folded and read.
 *
 * @param text {@linkplain AskedText#folded folded}
 * @param words of a text with Japanese in it; empty for any other
 * @param sound how the whole of it sounds; Latin letters are taken for romaji
 */
record ReadText(String text, List<Word> words, String sound) {

    static ReadText of(String written) {
        String text = AskedText.folded(written);
        if (!AskedText.hasJapanese(text)) {
            return new ReadText(text, List.of(), Sound.ofRomaji(text));
        }
        List<Word> words = Words.of(text);
        return new ReadText(text, words, words.stream().map(Word::sound).collect(Collectors.joining()));
    }

    /** Its words in their dictionary forms, one after the other. */
    String bases() {
        return words.stream().map(Word::base).collect(Collectors.joining());
    }

    /** Its Latin words with one blank around each, to look for whole words in. */
    String latinWords() {
        return " " + text.replaceAll("[^a-z0-9']+", " ") + " ";
    }
}
