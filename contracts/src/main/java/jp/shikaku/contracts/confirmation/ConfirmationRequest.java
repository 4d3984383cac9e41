package jp.shikaku.contracts.confirmation;

/**
 * A clinic or pharmacy asks about the card in its hand. Texts as typed: they are checked when read, and everything
 * wrong is told at once.
 *
 * @param insurerNumber 保険者番号, 8 digits (6 for 国保)
 * @param symbol 記号, may be missing
 * @param number 番号
 * @param branch 枝番, two digits, may be missing
 * @param birthDate {@code YYYY-MM-DD}
 * @param asOf the date the care is given, {@code YYYY-MM-DD}; today in Japan when missing
 * @param correlationId the caller's own id for this question, at most 64 characters, given back unchanged
 */
public record ConfirmationRequest(
        String insurerNumber,
        String symbol,
        String number,
        String branch,
        String birthDate,
        String asOf,
        String correlationId) {}
