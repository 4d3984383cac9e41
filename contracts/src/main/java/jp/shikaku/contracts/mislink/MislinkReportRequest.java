package jp.shikaku.contracts.mislink;

/**
 * Somebody suspects that a record is linked to the wrong person. Each party names what it knows: an insurer its record,
 * an institution or the hotline the confirmation that showed it, an employer its report; the operator a record or a
 * confirmation. Exactly one of the three is given.
 *
 * @param enrolmentId of the insurer's own record
 * @param confirmationNumber 照会番号; an institution's own
 * @param reportId of the employer's own report
 * @param observation {@link MislinkObservation}
 * @param note in words, up to 500 characters, for the insurer; may be missing except with {@code OTHER}
 */
public record MislinkReportRequest(
        String enrolmentId, String confirmationNumber, String reportId, String observation, String note) {}
