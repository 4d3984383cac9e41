package jp.shikaku.eligibility.batch;

import java.util.UUID;

import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.kit.request.PageRequest;

/** The id in the path of a batch. */
final class BatchId {

    private BatchId() {}

    /** @throws jp.shikaku.contracts.problem.ProblemException {@code batch-not-found} when {@code text} can be none */
    static UUID of(String text) {
        try {
            return PageRequest.uuid(text);
        } catch (InvalidValueException e) {
            throw ProblemType.BATCH_NOT_FOUND.exception();
        }
    }
}
