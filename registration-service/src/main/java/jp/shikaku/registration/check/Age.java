package jp.shikaku.registration.check;

import java.time.LocalDate;
import java.time.Month;

/**
 * Ages as the law counts them (年齢計算ニ関する法律, 民法143条): a year of life is complete at the end of the day before the
 * birthday.
 */
final class Age {

    private Age() {}

    /** The first whole day at that age: the birthday, or 1 March for who was born on a 29 February. */
    static LocalDate reached(LocalDate birthDate, int years) {
        LocalDate birthday = birthDate.plusYears(years);
        boolean leapDay = birthDate.getMonth() == Month.FEBRUARY && birthDate.getDayOfMonth() == 29;
        return leapDay && birthday.getDayOfMonth() == 28 ? birthday.plusDays(1) : birthday;
    }

    /** 達する日: the last moment of this day completes the year. */
    static LocalDate completed(LocalDate birthDate, int years) {
        return reached(birthDate, years).minusDays(1);
    }
}
