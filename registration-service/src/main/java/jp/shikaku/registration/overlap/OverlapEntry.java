package jp.shikaku.registration.overlap;

import java.time.LocalDate;

import jp.shikaku.contracts.number.InsurerNumber;

/**
 * One line of a list of overlaps (資格重複状況結果一覧): a coverage, and another insurer's on some of the same days. Of the
 * other it says no more than an insurer may know.
 *
 * @param list number of the list; each has the number of the one before and one more
 * @param acquired of the coverage itself
 */
public record OverlapEntry(
        int list, InsurerNumber insurer, LocalDate acquired, InsurerNumber otherInsurer, LocalDate otherAcquired) {}
