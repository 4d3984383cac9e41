package jp.shikaku.contracts.linkage;

import java.util.List;

/**
 * Versions that are handed over together to save the way.
 *
 * @param items 1 to {@value #MAX_ITEMS}
 */
public record CoverageBatch(List<CoverageDelivery> items) {

    public static final int MAX_ITEMS = 200;

    public CoverageBatch {
        items = List.copyOf(items);
    }
}
