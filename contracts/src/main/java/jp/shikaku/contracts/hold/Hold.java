package jp.shikaku.contracts.hold;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A record whose linkage waits, as its insurer sees it.
 *
 * @param version the version of the enrolment that is in doubt
 * @param decidedAt missing while open
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Hold(
        UUID id,
        UUID enrolmentId,
        int version,
        HoldState state,
        OffsetDateTime openedAt,
        List<Finding> findings,
        OffsetDateTime decidedAt,
        HoldReason reasonCode,
        String reason) {}
