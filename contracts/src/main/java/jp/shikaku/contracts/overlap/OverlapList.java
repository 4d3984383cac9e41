package jp.shikaku.contracts.overlap;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A list of overlaps (資格重複状況結果一覧): every coverage that is valid on its day beside another insurer's of the same
 * person.
 *
 * @param number counts from 1; two lists are consecutive when their numbers are. That of a cancelled one is given again.
 * @param issuedOn the day it speaks of
 * @param checked records that were looked at so far
 * @param overlaps found so far
 * @param endedAt missing while it is not over
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OverlapList(
        UUID id,
        int number,
        OverlapListState state,
        LocalDate issuedOn,
        long checked,
        long overlaps,
        OffsetDateTime startedAt,
        OffsetDateTime endedAt) {}
