package jp.shikaku.contracts.linkage;

import java.time.OffsetDateTime;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

import jp.shikaku.contracts.number.InsurerNumber;

/**
 * Something that eligibility refused for good, as an operator sees it. No data of the person.
 *
 * @param coverageVersion the number under which it was sent
 * @param version of the insurer's record
 * @param state what eligibility was to do
 * @param reason stable codes, with the names of the fields they are about
 * @param queuedAt when it was decided
 * @param deadSince when it was refused
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeadLetter(
        UUID enrolmentId,
        int coverageVersion,
        int version,
        InsurerNumber insurerNumber,
        CoverageState state,
        String reason,
        int attempts,
        OffsetDateTime queuedAt,
        OffsetDateTime deadSince) {}
