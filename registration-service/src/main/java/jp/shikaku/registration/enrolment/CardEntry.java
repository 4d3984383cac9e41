package jp.shikaku.registration.enrolment;

import java.time.LocalDate;

import jp.shikaku.contracts.coverage.CardClass;

/**
 * The card of a record, as entered.
 *
 * @param symbol 記号; {@code null} when there is none
 * @param number 番号
 * @param branch 枝番, two digits; {@code null} when there is none
 * @param issuedOn 交付年月日; {@code null} when not entered, as the two dates that follow
 * @param expiresOn the last valid day
 */
record CardEntry(
        String symbol,
        String number,
        String branch,
        CardClass cardClass,
        LocalDate issuedOn,
        LocalDate validFrom,
        LocalDate expiresOn) {

    /** Names no card, wherever it is printed (健康保険法194条の2). */
    @Override
    public String toString() {
        return "CardEntry[]";
    }
}
