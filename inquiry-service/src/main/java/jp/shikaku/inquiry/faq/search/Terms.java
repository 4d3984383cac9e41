package jp.shikaku.inquiry.faq.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What of a text is looked up, by five ways of being alike.
 *
 * @param words the dictionary forms of its words
 * @param characters its Japanese characters, two by two: finds what the dictionary takes apart differently
 * @param heard how each of its words sounds: finds kana, romaji, half width and wrong kanji
 * @param sounds pieces of how the whole of it sounds: finds what is misspelt, or written without spaces
 * @param english stems of its English words
 */
record Terms(
        List<String> words, List<String> characters, List<String> heard, List<String> sounds, List<String> english) {

    private static final int SOUND_LENGTH = 4;
    private static final Pattern KANA_ONLY = Pattern.compile("[\\p{IsHiragana}ー]+");
    private static final Pattern NOT_JAPANESE = Pattern.compile("[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー0-9]+");
    private static final Pattern NOT_ENGLISH = Pattern.compile("[^a-z0-9']+");

    /** The one character that stands for itself: what the registering server has no character for. */
    private static final String UNMAPPED = "●";

    static Terms of(ReadText text) {
        List<String> words = text.words().stream()
                .filter(Word::content)
                .map(Word::base)
                .filter(base -> !base.isBlank())
                .toList();
        return new Terms(
                words,
                characters(text.text()),
                heard(text),
                Sound.grams(text.sound(), SOUND_LENGTH),
                EnglishWords.of(text.text()).stream()
                        .map(EnglishWords.Stem::stem)
                        .toList());
    }

    private static List<String> heard(ReadText text) {
        Stream<String> sounds = text.words().isEmpty()
                ? Stream.of(NOT_ENGLISH.split(text.text())).map(Sound::ofRomaji)
                : text.words().stream().filter(Word::content).map(Word::sound);
        return sounds.filter(sound -> sound.length() > 1).toList();
    }

    private static List<String> characters(String text) {
        List<String> pairs = new ArrayList<>();
        for (String run : NOT_JAPANESE.split(text)) {
            for (int i = 0; i + 2 <= run.length(); i++) {
                String pair = run.substring(i, i + 2);
                if (!KANA_ONLY.matcher(pair).matches()) {
                    pairs.add(pair);
                }
            }
        }
        if (text.contains(UNMAPPED)) {
            pairs.add(UNMAPPED);
        }
        return pairs;
    }
}
