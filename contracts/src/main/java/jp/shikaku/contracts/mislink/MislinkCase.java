package jp.shikaku.contracts.mislink;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

import jp.shikaku.contracts.hold.HoldReason;
import jp.shikaku.contracts.number.InsurerNumber;

/**
 * A suspected wrong link, as its insurer sees it.
 *
 * @param recordKey the insurer's own key of the record; missing when it has none
 * @param openedAt when it was first reported, and the display was suspended
 * @param linkedSince when eligibility first had the record; missing when it never had
 * @param stoppedAt when eligibility had applied the suspension; missing until then
 * @param reportCount how many reports there are
 * @param reports the first hundred, oldest first; missing in a list
 * @param decidedAt missing while open, as all that follows
 * @param decidedBy the person who decided, as the sign-in knows them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MislinkCase(
        UUID id,
        MislinkState state,
        InsurerNumber insurerNumber,
        UUID enrolmentId,
        String recordKey,
        OffsetDateTime openedAt,
        OffsetDateTime linkedSince,
        OffsetDateTime stoppedAt,
        int reportCount,
        List<MislinkReport> reports,
        OffsetDateTime decidedAt,
        String decidedBy,
        HoldReason reasonCode,
        String reason) {

    /** The same with its reports. */
    public MislinkCase with(List<MislinkReport> known) {
        return new MislinkCase(
                id,
                state,
                insurerNumber,
                enrolmentId,
                recordKey,
                openedAt,
                linkedSince,
                stoppedAt,
                reportCount,
                List.copyOf(known),
                decidedAt,
                decidedBy,
                reasonCode,
                reason);
    }
}
