package jp.shikaku.contracts.display;

import java.util.List;
import java.util.Objects;

import jp.shikaku.contracts.source.SourceLink;
import jp.shikaku.contracts.text.LocalizedText;

/**
 * What a display means and what to do about it.
 *
 * @param screen the words on the screen
 * @param meaning what they say, in one paragraph
 * @param causes what may have led to it, the most frequent first
 * @param prescription whether an electronic prescription is possible (R10)
 * @param steps what each party does
 */
public record DisplayExplanation(
        DisplayId id,
        LocalizedText screen,
        LocalizedText meaning,
        List<DisplayCause> causes,
        LocalizedText prescription,
        StepsByParty steps,
        List<SourceLink> sources) {

    public DisplayExplanation {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(screen, "screen");
        Objects.requireNonNull(meaning, "meaning");
        causes = List.copyOf(causes);
        Objects.requireNonNull(prescription, "prescription");
        Objects.requireNonNull(steps, "steps");
        sources = List.copyOf(sources);
    }
}
