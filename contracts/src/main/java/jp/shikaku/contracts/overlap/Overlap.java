package jp.shikaku.contracts.overlap;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

import jp.shikaku.contracts.number.InsurerNumber;

/**
 * A coverage, and another insurer's of the same person on the same days, as the lists tell of it. Of the other it says
 * since when, and no more.
 *
 * @param acquired of the coverage itself; missing when it is not shown any more
 * @param otherInsurerNumber missing when the other is not shown any more
 * @param otherAcquired likewise
 * @param latestList the latest list that tells of it
 * @param listedOn the day of that list
 * @param consecutiveLists how many lists without a gap up to the latest of all tell of it, as far as 24 are looked back
 * @param mayBeClosed whether its insurer may close the coverage ex officio now
 * @param closesOn the first day without coverage if it is closed; missing while it may not be
 * @param obstacles why it may not be closed, or not yet
 * @param closedVersion the version of the record that closed it; missing while none did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Overlap(
        UUID id,
        OverlapState state,
        UUID enrolmentId,
        InsurerNumber insurerNumber,
        LocalDate acquired,
        InsurerNumber otherInsurerNumber,
        LocalDate otherAcquired,
        int latestList,
        LocalDate listedOn,
        int consecutiveLists,
        boolean mayBeClosed,
        LocalDate closesOn,
        List<OverlapObstacle> obstacles,
        OverlapObjection objection,
        Integer closedVersion,
        OffsetDateTime closedAt,
        String closedBy) {

    public Overlap {
        obstacles = List.copyOf(obstacles);
    }
}
