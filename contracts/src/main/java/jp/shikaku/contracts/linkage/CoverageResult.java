package jp.shikaku.contracts.linkage;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What became of one item of a {@link CoverageBatch}.
 *
 * @param errors the values that cannot be accepted; only with {@link CoverageOutcome#INVALID}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CoverageResult(CoverageOutcome outcome, List<Fault> errors) {

    /**
     * @param pointer JSON pointer into the item
     * @param code stable code of the {@link jp.shikaku.contracts.problem.ValueFault}
     */
    public record Fault(String pointer, String code) {}

    public CoverageResult {
        errors = errors == null ? List.of() : List.copyOf(errors);
    }
}
