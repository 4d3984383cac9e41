package jp.shikaku.eligibility.batch;

import java.util.List;
import java.util.UUID;

import jp.shikaku.contracts.number.InstitutionCode;
import jp.shikaku.eligibility.audit.Looker;

/**
 * Some rows of a batch, to be answered together.
 *
 * @param requestId of the request that brought them: under it the looks are found
 * @param attempts how often they were taken up, this time included
 */
record Piece(UUID batchId, int number, InstitutionCode institution, UUID requestId, int attempts, List<Row> rows) {

    /** Who looks. */
    Looker looker() {
        return Looker.institution(institution, requestId.toString());
    }

    List<Row.Open> open() {
        return rows.stream()
                .filter(Row.Open.class::isInstance)
                .map(Row.Open.class::cast)
                .toList();
    }
}
