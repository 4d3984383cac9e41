package jp.shikaku.inquiry.faq.search;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ja.JapaneseTokenizer.Mode;
import org.apache.lucene.analysis.ja.tokenattributes.BaseFormAttribute;
import org.apache.lucene.analysis.ja.tokenattributes.PartOfSpeechAttribute;
import org.apache.lucene.analysis.ja.tokenattributes.ReadingAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Takes Japanese apart into words, with Lucene's kuromoji and its dictionary (IPADIC). */
final class Words {

    /** Parts of speech of IPADIC that carry no content. */
    private static final Set<String> EMPTY = Set.of("助詞", "助動詞", "記号", "フィラー", "感動詞", "接続詞", "連体詞", "その他");

    private static final Set<String> EMPTY_KINDS = Set.of("非自立", "代名詞", "接尾", "特殊");

    /** Words in every second sentence of a caller, whatever it is about. */
    private static final Set<String> SAID_ANYHOW = Set.of(
            "する", "なる", "ある", "いる", "言う", "いう", "いえる", "思う", "できる", "出来る", "やる", "くる", "来る", "いく", "行く", "もらう", "くれる",
            "下さる", "くださる", "ちゃう", "しまう", "教える", "おしえる", "いい", "よい", "ない", "どう", "なぜ", "何", "なん", "の", "出る", "でる");

    private Words() {}

    /** The words of {@code text}, which is folded already. */
    static List<Word> of(String text) {
        try (JapaneseTokenizer tokenizer = new JapaneseTokenizer(null, true, true, Mode.SEARCH)) {
            CharTermAttribute term = tokenizer.addAttribute(CharTermAttribute.class);
            BaseFormAttribute base = tokenizer.addAttribute(BaseFormAttribute.class);
            ReadingAttribute reading = tokenizer.addAttribute(ReadingAttribute.class);
            PartOfSpeechAttribute speech = tokenizer.addAttribute(PartOfSpeechAttribute.class);
            OffsetAttribute offset = tokenizer.addAttribute(OffsetAttribute.class);
            tokenizer.setReader(new StringReader(text));
            tokenizer.reset();
            List<Word> words = new ArrayList<>();
            while (tokenizer.incrementToken()) {
                String surface = term.toString();
                String dictionaryForm = base.getBaseForm() == null ? surface : base.getBaseForm();
                words.add(new Word(
                        offset.startOffset(),
                        offset.endOffset(),
                        dictionaryForm,
                        sound(surface, reading.getReading()),
                        isContent(speech.getPartOfSpeech()) && !SAID_ANYHOW.contains(dictionaryForm)));
            }
            tokenizer.end();
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory can be read", e);
        }
    }

    private static boolean isContent(String speech) {
        if (speech == null) {
            return true;
        }
        String[] parts = speech.split("-");
        return !EMPTY.contains(parts[0]) && (parts.length < 2 || !EMPTY_KINDS.contains(parts[1]));
    }

    /** What the dictionary does not know has no reading: then kana sound as they are, and Latin letters are romaji. */
    private static String sound(String surface, String reading) {
        if (reading != null) {
            return Sound.ofKatakana(reading);
        }
        return surface.chars().allMatch(character -> character < 0x80)
                ? Sound.ofRomaji(surface)
                : Sound.ofKatakana(katakana(surface));
    }

    private static String katakana(String text) {
        StringBuilder katakana = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character >= 'ぁ' && character <= 'ゖ') {
                katakana.setCharAt(i, (char) (character + 'ァ' - 'ぁ'));
            }
        }
        return katakana.toString();
    }
}
