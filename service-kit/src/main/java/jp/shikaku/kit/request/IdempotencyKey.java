package jp.shikaku.kit.request;

import java.util.regex.Pattern;

import jp.shikaku.contracts.problem.ProblemType;

/**
 * The value of the {@code Idempotency-Key} header: names one submission of one caller, so that repeating it changes
 * nothing.
 *
 * @param value 1 to 64 visible ASCII characters
 */
public record IdempotencyKey(String value) {

    public static final String HEADER = "Idempotency-Key";

    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,64}");

    /**
     * @throws jp.shikaku.contracts.problem.ProblemException of type {@code idempotency-key-required} when the header is
     *     missing or not of this form
     */
    public static IdempotencyKey required(String header) {
        if (header == null || !FORM.matcher(header).matches()) {
            throw ProblemType.IDEMPOTENCY_KEY_REQUIRED.exception();
        }
        return new IdempotencyKey(header);
    }
}
