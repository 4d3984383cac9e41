package jp.shikaku.contracts.oqs;

/**
 * {@code QualificationConfirmSearchInfo}: the card asked about, as it was sent; {@code null} for what is missing.
 *
 * @param insurerNumber 保険者番号, eight places, filled up with spaces on the left
 * @param symbol {@code InsuredCardSymbol} 記号
 * @param number {@code InsuredIdentificationNumber} 番号
 * @param branch {@code InsuredBranchNumber} 枝番
 * @param birthdate {@code yyyyMMdd}
 * @param consentFlag {@code LimitApplicationCertificateRelatedConsFlg}: 0 or 1
 * @param identifier {@code ArbitraryIdentifier}: the caller's own for this card, given back
 */
public record SearchInfo(
        String insurerNumber,
        String symbol,
        String number,
        String branch,
        String birthdate,
        String consentFlag,
        String identifier) {

    /** Without symbol, number and birth date: this may come into a log. */
    @Override
    public String toString() {
        return "SearchInfo[***]";
    }
}
