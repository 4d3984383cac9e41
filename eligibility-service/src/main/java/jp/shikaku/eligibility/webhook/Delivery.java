package jp.shikaku.eligibility.webhook;

import java.util.List;
import java.util.UUID;

/**
 * A message that is to be sent now.
 *
 * @param secrets sealed; the current one first
 * @param failures attempts in a row at this webhook that have failed
 */
record Delivery(UUID id, String body, UUID webhook, String url, List<byte[]> secrets, int failures) {

    /** What came of an attempt. */
    sealed interface Outcome {

        record Taken() implements Outcome {}

        /**
         * @param reason a code, for people
         * @param forGood sending it again cannot help
         */
        record Failed(String reason, boolean forGood) implements Outcome {}
    }
}
