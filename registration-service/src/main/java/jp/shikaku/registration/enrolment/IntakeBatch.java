package jp.shikaku.registration.enrolment;

import java.util.List;

import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.registration.linkage.Announcement.Priority;

/**
 * Records of one insurer that are taken in together. No two of them belong to one enrolment.
 *
 * @param enteredBy who enters them, as the token names them
 * @param priority with which they go to eligibility
 */
record IntakeBatch(InsurerNumber insurer, String enteredBy, Priority priority, List<Arrival> arrivals) {}
