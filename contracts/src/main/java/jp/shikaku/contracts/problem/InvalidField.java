package jp.shikaku.contracts.problem;

/**
 * One refused value.
 *
 * @param pointer where it stands, as a JSON pointer (RFC 6901) into the request body, or {@code query:name},
 *     {@code header:Name}, {@code path:name} for what is not in the body
 * @param fault what is wrong with it
 */
public record InvalidField(String pointer, ValueFault fault) {}
