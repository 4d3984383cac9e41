package jp.shikaku.registration.check;

import java.time.LocalDate;
import java.util.Set;

/**
 * Dates that programs write where there is none: the day zero of spreadsheets, databases and operating systems, and the
 * first day of an era, which a form with an era and empty fields becomes. The first day of 令和 is missing: 1 May 2019 was
 * the first of a month, when many began to work.
 */
final class PlaceholderDates {

    private static final Set<LocalDate> DATES = Set.of(
            LocalDate.of(1868, 1, 25),
            LocalDate.of(1868, 9, 8),
            LocalDate.of(1868, 10, 23),
            LocalDate.of(1899, 12, 30),
            LocalDate.of(1899, 12, 31),
            LocalDate.of(1900, 1, 1),
            LocalDate.of(1901, 1, 1),
            LocalDate.of(1904, 1, 1),
            LocalDate.of(1912, 7, 30),
            LocalDate.of(1926, 12, 25),
            LocalDate.of(1970, 1, 1),
            LocalDate.of(1989, 1, 8),
            LocalDate.of(9999, 12, 31));

    private PlaceholderDates() {}

    static boolean contain(LocalDate date) {
        return DATES.contains(date);
    }
}
