package jp.shikaku.contracts.display;

import java.util.List;

import jp.shikaku.contracts.text.LocalizedText;

/** What each party does about a display, in order. Every party is told something, if only that nothing is left to do. */
public record StepsByParty(
        List<LocalizedText> patient,
        List<LocalizedText> desk,
        List<LocalizedText> employer,
        List<LocalizedText> insurer) {

    public StepsByParty {
        patient = List.copyOf(patient);
        desk = List.copyOf(desk);
        employer = List.copyOf(employer);
        insurer = List.copyOf(insurer);
    }
}
