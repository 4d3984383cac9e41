package jp.shikaku.inquiry.display;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import jp.shikaku.contracts.coverage.Validity;
import jp.shikaku.contracts.display.DisplayCause;
import jp.shikaku.contracts.display.DisplayExplanation;
import jp.shikaku.contracts.display.DisplayId;
import jp.shikaku.inquiry.content.ContentException;
import jp.shikaku.inquiry.content.MapContentSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DisplayGuideTest {

    private final DisplayGuide guide = DisplayGuide.load();

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "valid, 資格（有効）",
        "invalid, 資格（無効）",
        "invalid-newer-coverage, 資格（無効）",
        "not-found, 資格情報なし",
        "several-candidates, 複数該当",
        "undetermined, 判定不能"
    })
    void everyDisplayIsExplainedAtItsAddress(String slug, String screen) {
        assertThat(guide.find(slug)).hasValueSatisfying(explanation -> {
            assertThat(explanation.screen().ja()).isEqualTo(screen);
            assertThat(explanation.steps().desk()).isNotEmpty();
        });
        assertThat(guide.all()).hasSize(6).extracting(DisplayExplanation::id).containsExactly(DisplayId.values());
    }

    @Test
    void unknownDisplayHasNoExplanation() {
        assertThat(guide.find("VALID")).isEmpty();
        assertThat(guide.find("six")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Validity.class)
    void everyVerdictIsExplainedInTheWordsOfItsScreen(Validity validity) {
        assertThat(guide.of(DisplayId.of(validity)).screen()).isEqualTo(validity.display());
    }

    @ParameterizedTest
    @EnumSource(names = {"INVALID", "NOT_FOUND"})
    void noticesThreeCausesAreNamed(DisplayId id) {
        assertThat(guide.of(id).causes())
                .extracting(DisplayCause::id)
                .contains("employer-not-filed", "insurer-not-registered", "held-by-check");
    }

    @ParameterizedTest
    @EnumSource(names = "VALID", mode = EnumSource.Mode.EXCLUDE)
    void anythingButValidLeadsToAPaperPrescription(DisplayId id) {
        assertThat(guide.of(id).prescription().ja()).contains("紙の処方箋");
        assertThat(guide.of(id).prescription().en()).contains("paper");
    }

    @Test
    void undeterminedIsNeverToBeTakenForNotFound() {
        assertThat(guide.of(DisplayId.UNDETERMINED).steps().desk())
                .anySatisfy(step -> assertThat(step.ja()).contains("「資格情報なし」として扱わないでください"));
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource({
        "invalid.yaml, 'id: invalid', 'id: valid', “invalid” is not explained",
        "invalid.yaml, 'id: invalid', 'id: valid', “valid” is used twice",
        "invalid.yaml, 'id: invalid', 'id: void', no display is called void",
        "valid.yaml, 'en: Eligibility (valid)', 'en: 有効', has no English text",
        "valid.yaml, 'id: coverage-in-force', 'id: Coverage', is not lower-case words",
        "invalid.yaml, 'id: held-by-check', 'id: employer-not-filed', is used twice",
        "valid.yaml, 'resolvedBy: NOBODY', 'resolvedBy: SOMEBODY', SOMEBODY",
        "valid.yaml, '  employer:', '  employers:', Missing creator property 'employer'"
    })
    void slipInAnExplanationIsRefused(String file, String piece, String replacement, String message) {
        MapContentSource source = MapContentSource.overPacked().replacing("display/" + file, piece, replacement);

        assertThatExceptionOfType(ContentException.class)
                .isThrownBy(() -> DisplayGuide.load(source))
                .withMessageContaining(message);
    }

    @Test
    void displayMissingFromTheIndexIsNoticed() {
        MapContentSource source = MapContentSource.overPacked().replacing("display/index.txt", "undetermined.yaml", "");

        assertThatExceptionOfType(ContentException.class)
                .isThrownBy(() -> DisplayGuide.load(source))
                .withMessageContaining("“undetermined” is not explained");
    }
}
