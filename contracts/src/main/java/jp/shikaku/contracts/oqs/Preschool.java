package jp.shikaku.contracts.oqs;

import java.time.LocalDate;
import java.time.Month;

/**
 * 未就学: up to the 31st of March on or after the day on which a child becomes six (健康保険法110条: two tenths are paid). One
 * becomes six on the day before the sixth birthday (年齢計算ニ関スル法律).
 */
public final class Preschool {

    private static final int SCHOOL_AGE = 6;
    private static final int LAST_OF_MARCH = 31;

    private Preschool() {}

    public static boolean isOn(LocalDate day, LocalDate birthDate) {
        LocalDate becomesSix = birthDate.plusYears(SCHOOL_AGE).minusDays(1);
        LocalDate sameYear = LocalDate.of(becomesSix.getYear(), Month.MARCH, LAST_OF_MARCH);
        LocalDate last = becomesSix.isAfter(sameYear) ? sameYear.plusYears(1) : sameYear;
        return !day.isAfter(last);
    }
}
