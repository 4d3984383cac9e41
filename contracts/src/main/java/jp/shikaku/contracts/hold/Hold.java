package jp.shikaku.contracts.hold;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A record in doubt, as its insurer sees it. To correct it, the insurer enters the next version of the enrolment.
 *
 * @param version the version of the enrolment that is in doubt
 * @param latestVersion what {@code If-Match} names when the enrolment is corrected
 * @param ageDays calendar days it has been open, or was
 * @param insurerDueOn last day of the insurer for the report that the record answers; missing when it answers none
 * @param enteredBy who entered the version, as the sign-in knows them; missing when that was not kept
 * @param decidedAt missing while open, as all that follows
 * @param decidedBy who decided; who entered the next version, for a correction
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Hold(
        UUID id,
        UUID enrolmentId,
        int version,
        int latestVersion,
        HoldState state,
        HoldCause cause,
        HoldEffect effect,
        OffsetDateTime openedAt,
        int ageDays,
        LocalDate insurerDueOn,
        String enteredBy,
        List<Finding> findings,
        OffsetDateTime decidedAt,
        String decidedBy,
        HoldReason reasonCode,
        String reason) {}
