package jp.shikaku.contracts.report;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

import jp.shikaku.contracts.coverage.FamilyRelation;
import jp.shikaku.contracts.coverage.LossReason;
import jp.shikaku.contracts.number.CorporateNumber;
import jp.shikaku.contracts.person.Sex;

/**
 * A report that waits for its insurer, as that insurer sees it. What the person is called here is what it is called in an
 * enrolment. The individual number is not given out (R5): the report is registered by its id.
 *
 * @param version also the {@code ETag}; another one after the employer corrected it
 * @param employerNumber who reports
 * @param reference the employer's own word for it, to talk about it; may be missing
 * @param filedAt since when the insurer has it
 * @param dueOn last day to register: five days after filing (in force since 2023-06-01)
 * @param relation through whom the person is covered
 * @param relationship what a dependant is to the insured person; missing for others
 * @param insuredName name of the insured person, of a dependant
 * @param enrolmentId the insurer's latest record of the person, if it has one: the one that ends, where one ends
 * @param insuredEnrolmentId the insurer's latest record of the insured person, of a dependant
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FiledReport(
        UUID id,
        int version,
        ReportKind kind,
        CorporateNumber employerNumber,
        String reference,
        OffsetDateTime filedAt,
        LocalDate dueOn,
        boolean overdue,
        String name,
        String nameKana,
        LocalDate birthDate,
        Sex sex,
        String address,
        FamilyRelation relation,
        LocalDate acquired,
        LocalDate lost,
        LossReason lossReason,
        DependantRelationship relationship,
        String insuredName,
        UUID enrolmentId,
        UUID insuredEnrolmentId) {}
