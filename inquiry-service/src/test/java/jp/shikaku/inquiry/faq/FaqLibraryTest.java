package jp.shikaku.inquiry.faq;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import jp.shikaku.contracts.display.DisplayId;
import jp.shikaku.contracts.faq.FaqAudience;
import jp.shikaku.contracts.faq.FaqEntry;
import jp.shikaku.contracts.faq.FaqTopic;
import jp.shikaku.contracts.faq.RelatedContent;
import jp.shikaku.inquiry.content.ContentException;
import jp.shikaku.inquiry.content.MapContentSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FaqLibraryTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final EnumSet<FaqTopic> NOT_WRITTEN_YET =
            EnumSet.of(FaqTopic.MERITS, FaqTopic.USE_REGISTRATION, FaqTopic.LIFE_EVENT);

    private final FaqLibrary library = FaqLibrary.load();

    @Test
    void everyTopicHasAnEntryExceptThoseStillToBeWritten() {
        assertThat(library.entriesOn(TODAY))
                .extracting(FaqEntry::topic)
                .containsOnlyOnceElementsOf(
                        EnumSet.complementOf(EnumSet.of(FaqTopic.DISPLAY, NOT_WRITTEN_YET.toArray(FaqTopic[]::new))))
                .doesNotContainAnyElementsOf(NOT_WRITTEN_YET);
    }

    @ParameterizedTest
    @EnumSource(FaqAudience.class)
    void everyAudienceIsServed(FaqAudience audience) {
        assertThat(library.entriesOn(TODAY)).anyMatch(entry -> entry.audience().contains(audience));
    }

    @Test
    void entriesComeInTheOrderOfTheIndex() {
        assertThat(library.entriesOn(TODAY))
                .extracting(FaqEntry::id)
                .startsWith("display-invalid", "display-not-found")
                .endsWith("where-to-call");
    }

    @Test
    void entryIsShownFromItsFirstDay() {
        assertThat(idsOn(LocalDate.of(2025, 12, 1))).doesNotContain("old-insurance-card");
        assertThat(idsOn(LocalDate.of(2025, 12, 2))).contains("old-insurance-card");
    }

    @Test
    void entryIsFoundByIdAndUnknownIdIsEmpty() {
        assertThat(library.find("why-held")).isPresent();
        assertThat(library.find("Why-held")).isEmpty();
    }

    @Test
    void oldCardsAreSaidToHaveEndedWithTheirLastDay() {
        FaqEntry entry = library.find("old-insurance-card").orElseThrow();

        assertThat(entry.answer().ja()).startsWith("使えません。").contains("2024年12月2日", "2025年12月1日");
        assertThat(entry.answer().en()).startsWith("No.").contains("2 December 2024", "1 December 2025");
    }

    @ParameterizedTest
    @EnumSource(
            value = DisplayId.class,
            names = {"INVALID", "INVALID_NEWER_COVERAGE", "NOT_FOUND", "SEVERAL_CANDIDATES", "UNDETERMINED"})
    void everyDisplayPeopleAskAboutIsLinkedFromAnAnswer(DisplayId id) {
        assertThat(library.entriesOn(TODAY))
                .flatExtracting(FaqEntry::related)
                .contains(new RelatedContent(RelatedContent.Kind.DISPLAY, id.slug()));
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "'id: pin-locked', 'id: pin', is not the file's name",
        "'id: pin-locked', 'id: lost-card', “lost-card” is used twice",
        "'topic: PIN', 'topic: WEATHER', WEATHER",
        "'audience: [PUBLIC, DESK, AGENT]', 'audience: []', is empty",
        "'version: 1', 'version: 0', counts from 1",
        "'version: 1', '', Missing creator property 'version'",
        "'effectiveFrom: \"2024-12-02\"', 'effectiveFrom: \"令和6年12月2日\"', effectiveFrom",
        "'id: reader-fails', 'id: reader', FAQ “reader” leads nowhere",
        "'kind: FAQ, id: reader-fails', 'kind: DISPLAY, id: reader-fails', DISPLAY “reader-fails” leads nowhere",
        "'kind: FAQ, id: reader-fails', 'kind: FAQ, id: pin-locked', FAQ “pin-locked” leads nowhere"
    })
    void slipInAnEntryIsRefused(String piece, String replacement, String message) {
        MapContentSource source = MapContentSource.overPacked().replacing("faq/pin-locked.yaml", piece, replacement);

        assertThatExceptionOfType(ContentException.class)
                .isThrownBy(() -> FaqLibrary.load(source))
                .withMessageContaining("faq")
                .withMessageContaining(message);
    }

    @Test
    void entryWithoutSourceStepsOrEnglishIsRefusedForEach() {
        MapContentSource source = MapContentSource.empty()
                .file("faq/index.txt", "a.yaml")
                .file(
                        "faq/a.yaml",
                        """
                        id: a
                        topic: PIN
                        audience: [PUBLIC]
                        question: {ja: 質問, en: ""}
                        answer: {ja: 答え, en: Answer}
                        nextSteps: []
                        sources: []
                        effectiveFrom: "2026-01-01"
                        version: 1
                        related: []
                        """);

        assertThatExceptionOfType(ContentException.class)
                .isThrownBy(() -> FaqLibrary.load(source))
                .satisfies(unusable -> assertThat(unusable.faults())
                        .extracting(fault -> fault.field())
                        .containsExactly("question.en", "nextSteps", "sources"));
    }

    private List<String> idsOn(LocalDate day) {
        return library.entriesOn(day).stream().map(FaqEntry::id).toList();
    }
}
