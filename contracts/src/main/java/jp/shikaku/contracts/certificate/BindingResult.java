package jp.shikaku.contracts.certificate;

import java.util.List;

/** @param outcomes one for each binding, in their order */
public record BindingResult(List<BindingOutcome> outcomes) {

    public BindingResult {
        outcomes = List.copyOf(outcomes);
    }
}
