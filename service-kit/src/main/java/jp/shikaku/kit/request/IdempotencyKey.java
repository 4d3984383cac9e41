package jp.shikaku.kit.request;

import jp.shikaku.contracts.problem.ProblemType;

/**
 * The value of the {@code Idempotency-Key} header: names one submission of one caller, so that repeating it changes
 * nothing.
 *
 * @param value 1 to 64 visible ASCII characters
 */
public record IdempotencyKey(String value) {

    public static final String HEADER = "Idempotency-Key";

    private static final int LONGEST = 64;

    /**
     * @throws jp.shikaku.contracts.problem.ProblemException of type {@code idempotency-key-required} when the header is
     *     missing or not of this form
     */
    public static IdempotencyKey required(String header) {
        if (header == null || !hasForm(header)) {
            throw ProblemType.IDEMPOTENCY_KEY_REQUIRED.exception();
        }
        return new IdempotencyKey(header);
    }

    private static boolean hasForm(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST
                && text.chars().allMatch(character -> character > ' ' && character < 0x7f);
    }
}
