package jp.shikaku.registration.world;

import java.time.Clock;
import java.time.LocalDate;

import jp.shikaku.contracts.time.JapanTime;

/** Dates near today in Japan, as they are written on the wire. */
public final class Days {

    private Days() {}

    public static String today() {
        return ago(0);
    }

    public static String ago(int days) {
        return date(-days).toString();
    }

    public static String ahead(int days) {
        return date(days).toString();
    }

    /** Today and so many days. */
    public static LocalDate date(int daysFromToday) {
        return JapanTime.today(Clock.systemUTC()).plusDays(daysFromToday);
    }
}
