package jp.shikaku.inquiry.faq;

import java.time.LocalDate;
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
    private final FaqLibrary library = FaqLibrary.load();

    @Test
    void thereAreAtLeastFortyQuestions() {
        assertThat(library.entriesOn(TODAY)).hasSizeGreaterThanOrEqualTo(40);
    }

    @ParameterizedTest
    @EnumSource(FaqTopic.class)
    void everyTopicIsCovered(FaqTopic topic) {
        assertThat(library.entriesOn(TODAY)).anyMatch(entry -> entry.topic() == topic);
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
                .endsWith("confirmation-number");
    }

    @Test
    void entryIsShownFromItsFirstDay() {
        assertThat(idsOn(LocalDate.of(2025, 12, 1))).doesNotContain("old-insurance-card");
        assertThat(idsOn(LocalDate.of(2025, 12, 2))).contains("old-insurance-card");
    }

    @Test
    void entryIsFoundByIdAndUnknownIdIsEmpty() {
        assertThat(library.find("why-held", TODAY)).isPresent();
        assertThat(library.find("Why-held", TODAY)).isEmpty();
    }

    @Test
    void oldCardsAreSaidToHaveEndedWithTheirLastDay() {
        FaqEntry entry = library.find("old-insurance-card", TODAY).orElseThrow();

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
                .contains(new RelatedContent(RelatedContent.Target.DISPLAY, id.slug()));
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
        "'effectiveUntil: ~', 'effectiveUntil: \"2024-12-02\"', is not after effectiveFrom",
        "'effectiveUntil: ~', '', Missing creator property 'effectiveUntil'",
        "'mhlw-faq', 'hearsay', “hearsay” is no known source",
        "'mhlw-faq', 'matsudo', “matsudo” is used twice",
        "'[PUBLIC, DESK, AGENT]', '[]', FAQ “pin-locked” is for nobody who reads this",
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
    void entryWithoutSourceOrEnglishIsRefusedForEach() {
        MapContentSource source = MapContentSource.overPacked()
                .replacing("faq/pin-locked.yaml", "[mhlw-faq, matsudo]", "[]")
                .replacing("faq/pin-locked.yaml", "en: My PIN is locked", "en: \"\" #");

        assertThatExceptionOfType(ContentException.class)
                .isThrownBy(() -> FaqLibrary.load(source))
                .satisfies(unusable -> assertThat(unusable.faults())
                        .extracting(fault -> fault.field())
                        .containsExactly("question.en", "sources"));
    }

    @Test
    void entryToWhichNothingLeadsIsRefused() {
        MapContentSource source = MapContentSource.overPacked()
                .replacing("faq/merits.yaml", "{kind: FAQ, id: tax-deduction}", "{kind: FAQ, id: smartphone}");

        assertThatExceptionOfType(ContentException.class)
                .isThrownBy(() -> FaqLibrary.load(source))
                .withMessageContaining("faq/tax-deduction.yaml (id): no other entry leads here");
    }

    @Test
    void topicWithoutAnEntryIsRefused() {
        MapContentSource source = MapContentSource.overPacked()
                .replacing("faq/paper-prescription.yaml", "topic: PRESCRIPTION", "topic: COST")
                .replacing("faq/prescription-branch-number.yaml", "topic: PRESCRIPTION", "topic: COST");

        assertThatExceptionOfType(ContentException.class)
                .isThrownBy(() -> FaqLibrary.load(source))
                .withMessageContaining("PRESCRIPTION has no entry");
    }

    @Test
    void sourceThatNoEntryUsesIsRefused() {
        MapContentSource source =
                MapContentSource.overPacked().replacing("faq/no-pin-card.yaml", "[higashine-face-card]", "[matsudo]");

        assertThatExceptionOfType(ContentException.class)
                .isThrownBy(() -> FaqLibrary.load(source))
                .withMessageContaining("“higashine-face-card” is used by no entry");
    }

    @Test
    void laterVersionTakesOverOnItsFirstDayAndLeavesOnItsLast() {
        FaqEntry file = library.find("pin-locked", TODAY).orElseThrow();
        FaqEntry next = version(file, 2, TODAY.plusDays(3), TODAY.plusDays(5));
        FaqLibrary edited = library.with(List.of(next));

        assertThat(edited.find("pin-locked", TODAY.plusDays(2))).contains(file);
        assertThat(edited.find("pin-locked", TODAY.plusDays(3))).contains(next);
        assertThat(edited.find("pin-locked", TODAY.plusDays(4))).contains(next);
        assertThat(edited.find("pin-locked", TODAY.plusDays(5))).contains(file);
        assertThat(edited.versions("pin-locked")).containsExactly(next, file);
        assertThat(library.versions("pin-locked")).containsExactly(file);
    }

    @Test
    void publishedVersionIsTakenBeforeTheFileWithTheSameNumber() {
        FaqEntry file = library.find("pin-locked", TODAY).orElseThrow();
        FaqEntry same = version(file, 1, TODAY, null);

        assertThat(library.with(List.of(same)).versions("pin-locked")).containsExactly(same);
    }

    private static FaqEntry version(FaqEntry of, int version, LocalDate from, LocalDate until) {
        return new FaqEntry(
                of.id(),
                of.topic(),
                of.audience(),
                of.question(),
                of.askedAs(),
                of.answer(),
                of.nextSteps(),
                of.sources(),
                from,
                until,
                version,
                of.related());
    }

    private List<String> idsOn(LocalDate day) {
        return library.entriesOn(day).stream().map(FaqEntry::id).toList();
    }
}
