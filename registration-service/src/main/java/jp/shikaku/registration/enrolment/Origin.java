package jp.shikaku.registration.enrolment;

import jp.shikaku.contracts.number.InsurerNumber;

/**
 * Where a record comes from.
 *
 * @param insurer whose record it is
 * @param enteredBy who enters it, as the token names them
 */
record Origin(InsurerNumber insurer, String enteredBy) {}
