package jp.shikaku.registration.enrolment;

import java.util.UUID;

import jp.shikaku.contracts.number.InsurerNumber;

/**
 * One coverage of one person with one insurer; what it says is in its versions. Locked by whoever changes any of them.
 *
 * @param recordKey the insurer's own key; {@code null} when it has none
 * @param latestVersion from 1
 * @param coverageVersion number of the last announcement to eligibility; 0 before the first
 * @param suspected whether a wrong link is suspected: nothing of it is shown until that is decided
 */
record EnrolmentRow(
        UUID id, InsurerNumber insurer, String recordKey, int latestVersion, int coverageVersion, boolean suspected) {}
