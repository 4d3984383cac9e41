package jp.shikaku.contracts.oqs;

/**
 * The {@code MessageHeader} of a request, as it was sent; {@code null} for what is missing.
 *
 * @param institutionCode {@code MedicalInstitutionCode}
 * @param confirmationDate {@code QualificationConfirmationDate}, {@code yyyyMMdd}: the day asked about
 * @param fileIdentifier {@code ArbitraryFileIdentifier}: the caller's own, given back
 */
public record OqsRequestHeader(String institutionCode, String confirmationDate, String fileIdentifier) {}
