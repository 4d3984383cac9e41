package jp.shikaku.inquiry.faq.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import jp.shikaku.contracts.faq.FaqEntry;
import jp.shikaku.contracts.faq.FaqFinding;
import jp.shikaku.contracts.text.TextPart;
import jp.shikaku.inquiry.faq.FaqLibrary;

import static org.assertj.core.api.Assertions.assertThat;

class MarkerTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final FaqLibrary LIBRARY = FaqLibrary.load();
    private static final FaqIndex INDEX = FaqIndex.of(LIBRARY.entriesOn(TODAY), Synonyms.load());

    @Test
    void wordsThatWereSearchedForAreMarkedInTheQuestion() {
        FaqFinding finding = finding("暗証番号 ロック", "pin-locked", Locale.JAPANESE);

        assertThat(hits(finding.question())).contains("暗証番号", "ロック").doesNotContain("を");
    }

    @Test
    void snippetIsTheSentenceThatFitsBest() {
        FaqFinding finding = finding("暗証番号は何回間違えるとロックされますか", "pin-locked", Locale.JAPANESE);

        assertThat(text(finding.snippet())).isEqualTo("4桁の暗証番号は続けて3回間違えるとロックされます。");
    }

    @Test
    void kanaMarksTheKanjiItSoundsLike() {
        assertThat(hits(finding("むこう", "display-invalid", Locale.JAPANESE).question()))
                .contains("無効");
    }

    @Test
    void englishIsMarkedWhenEnglishIsShown() {
        FaqFinding finding = finding("locked PIN", "pin-locked", Locale.ENGLISH);

        assertThat(hits(finding.question())).contains("PIN", "locked");
    }

    @Test
    void partsPutTogetherAreTheText() {
        for (FaqEntry entry : LIBRARY.entriesOn(TODAY)) {
            for (Locale language : List.of(Locale.JAPANESE, Locale.ENGLISH)) {
                FaqFinding finding = new Marker(INDEX.words("保険証 資格 card"), language).finding(entry);

                assertThat(text(finding.question())).isEqualTo(entry.question().in(language));
                assertThat(finding.snippet()).isNotEmpty().noneMatch(part -> part.text()
                        .isEmpty());
            }
        }
    }

    @Test
    void withoutASearchNothingIsMarkedAndTheSnippetIsTheFirstSentence() {
        FaqFinding finding = new Marker(Locale.JAPANESE)
                .finding(LIBRARY.find("pin-locked", TODAY).orElseThrow());

        assertThat(finding.question()).noneMatch(TextPart::hit);
        assertThat(text(finding.snippet())).isEqualTo("使えます。");
    }

    private static FaqFinding finding(String phrase, String id, Locale language) {
        return new Marker(INDEX.words(phrase), language)
                .finding(LIBRARY.find(id, TODAY).orElseThrow());
    }

    private static List<String> hits(List<TextPart> parts) {
        return parts.stream().filter(TextPart::hit).map(TextPart::text).toList();
    }

    private static String text(List<TextPart> parts) {
        return parts.stream().map(TextPart::text).collect(Collectors.joining());
    }
}
