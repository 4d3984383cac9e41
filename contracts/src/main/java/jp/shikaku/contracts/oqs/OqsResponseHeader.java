package jp.shikaku.contracts.oqs;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * The {@code MessageHeader} of an answer.
 *
 * @param executedAt {@code ProcessExecutionTime}, in Japan
 * @param confirmationDate {@code QualificationConfirmationDate}: the day the answer is about
 * @param institutionCode {@code MedicalInstitutionCode}
 * @param fileIdentifier {@code ArbitraryFileIdentifier} of the request; {@code null} when it had none
 * @param segment what became of the document
 * @param fault why, unless {@code segment} is {@link SegmentOfResult#NORMAL}; else {@code null}
 * @param bulk of a bulk inquiry; {@code null} for any other
 */
public record OqsResponseHeader(
        LocalDateTime executedAt,
        LocalDate confirmationDate,
        String institutionCode,
        String fileIdentifier,
        SegmentOfResult segment,
        OqsFault fault,
        Bulk bulk) {

    /**
     * What an answer about a bulk inquiry says besides.
     *
     * @param receptionNumber {@code ReceptionNumber}
     * @param counts of its cards; {@code null} while they are not all answered
     */
    public record Bulk(String receptionNumber, Counts counts) {}

    /**
     * @param all {@code NumberOfProcessingResult}
     * @param normal {@code NumberOfNormalProcessing}: with a {@code QualificationValidity}
     * @param errors {@code NumberOfError}
     */
    public record Counts(int all, int normal, int errors) {}

    /** The header of an answer that was found. */
    public static OqsResponseHeader normal(
            LocalDateTime executedAt, LocalDate confirmationDate, String institutionCode, String fileIdentifier) {
        return new OqsResponseHeader(
                executedAt, confirmationDate, institutionCode, fileIdentifier, SegmentOfResult.NORMAL, null, null);
    }

    /** The same about a bulk inquiry. */
    public OqsResponseHeader about(Bulk inquiry) {
        return new OqsResponseHeader(
                executedAt, confirmationDate, institutionCode, fileIdentifier, segment, fault, inquiry);
    }

    /** The same, refused or put off. */
    public OqsResponseHeader but(SegmentOfResult other, OqsFault why) {
        return new OqsResponseHeader(executedAt, confirmationDate, institutionCode, fileIdentifier, other, why, bulk);
    }
}
