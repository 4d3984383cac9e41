package jp.shikaku.contracts.linkage;

import java.util.List;

/**
 * The answer to a {@link CoverageBatch}.
 *
 * @param results one for each item, in their order
 */
public record CoverageBatchResult(List<CoverageResult> results) {

    public CoverageBatchResult {
        results = List.copyOf(results);
    }
}
