package jp.shikaku.contracts.confirmation;

import java.util.Objects;

import jp.shikaku.contracts.coverage.BurdenShare;
import jp.shikaku.contracts.text.LocalizedText;

/**
 * What a person of this age pays of the cost on that day, whatever the insurance.
 *
 * @param lowest the same as {@code highest} where age alone decides
 */
public record PatientShare(BurdenShare lowest, BurdenShare highest, LocalizedText text) {

    public PatientShare {
        Objects.requireNonNull(lowest, "lowest");
        Objects.requireNonNull(highest, "highest");
        Objects.requireNonNull(text, "text");
    }
}
