package jp.shikaku.contracts.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.NavigableMap;
import java.util.TreeMap;

import jp.shikaku.contracts.text.LocalizedText;

/**
 * The rules of the Act on National Holidays (国民の祝日に関する法律, 昭和23年法律第178号) as worded since 2007, with the
 * one-off moves of 2019 (accession), 2020 and 2021 (Olympic Games).
 *
 * <p>The equinoxes follow the approximation that holds from 1980 to 2099; the day itself is fixed each February by the
 * official gazette. Compared with a public data set that is checked against the Cabinet Office's file: no difference
 * from 2007 to 2050 (domain facts §6).
 */
final class HolidayLaw {

    static final int FIRST_YEAR = 2007;
    static final int LAST_YEAR = 2099;

    private static final LocalizedText SUBSTITUTE = new LocalizedText("振替休日", "Substitute holiday");
    private static final LocalizedText BETWEEN = new LocalizedText("国民の休日", "Holiday between two national holidays");

    private HolidayLaw() {}

    /** Every day off of {@code year}, by date. */
    static NavigableMap<LocalDate, Holiday> daysOff(int year) {
        NavigableMap<LocalDate, Holiday> national = national(year);
        NavigableMap<LocalDate, Holiday> daysOff = new TreeMap<>(national);
        for (LocalDate date : national.keySet()) {
            LocalDate dayAfterNext = date.plusDays(2);
            if (national.containsKey(dayAfterNext)) {
                LocalDate between = date.plusDays(1);
                daysOff.putIfAbsent(between, new Holiday(between, BETWEEN, HolidayKind.BETWEEN));
            }
        }
        for (LocalDate date : national.keySet()) {
            if (date.getDayOfWeek() == DayOfWeek.SUNDAY) {
                LocalDate substitute = firstDayAfterThatIsNoNationalHoliday(date, national);
                daysOff.put(substitute, new Holiday(substitute, SUBSTITUTE, HolidayKind.SUBSTITUTE));
            }
        }
        return daysOff;
    }

    private static LocalDate firstDayAfterThatIsNoNationalHoliday(
            LocalDate sunday, NavigableMap<LocalDate, Holiday> national) {
        LocalDate day = sunday.plusDays(1);
        while (national.containsKey(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    private static NavigableMap<LocalDate, Holiday> national(int year) {
        Days days = new Days(year);
        days.on(1, 1, NationalHoliday.NEW_YEARS_DAY);
        days.onMonday(2, Month.JANUARY, NationalHoliday.COMING_OF_AGE_DAY);
        days.on(2, 11, NationalHoliday.FOUNDATION_DAY);
        emperorsBirthday(days);
        days.on(3, equinox(year, 20_843_100), NationalHoliday.VERNAL_EQUINOX_DAY);
        days.on(4, 29, NationalHoliday.SHOWA_DAY);
        days.on(5, 3, NationalHoliday.CONSTITUTION_DAY);
        days.on(5, 4, NationalHoliday.GREENERY_DAY);
        days.on(5, 5, NationalHoliday.CHILDRENS_DAY);
        summerAndSports(days);
        days.onMonday(3, Month.SEPTEMBER, NationalHoliday.RESPECT_FOR_THE_AGED_DAY);
        days.on(9, equinox(year, 23_248_800), NationalHoliday.AUTUMNAL_EQUINOX_DAY);
        days.on(11, 3, NationalHoliday.CULTURE_DAY);
        days.on(11, 23, NationalHoliday.LABOUR_THANKSGIVING_DAY);
        return days.byDate;
    }

    /** In 2019 the throne passed on: no birthday that year, but two days of ceremony (平成30年法律第99号). */
    private static void emperorsBirthday(Days days) {
        if (days.year <= 2018) {
            days.on(12, 23, NationalHoliday.EMPERORS_BIRTHDAY);
        } else if (days.year == 2019) {
            days.on(5, 1, NationalHoliday.ACCESSION_DAY);
            days.on(10, 22, NationalHoliday.ENTHRONEMENT_DAY);
        } else {
            days.on(2, 23, NationalHoliday.EMPERORS_BIRTHDAY);
        }
    }

    /** 海の日, 山の日 (since 2016) and スポーツの日 (体育の日 until 2019), which moved for the Games of 2020 and 2021. */
    private static void summerAndSports(Days days) {
        switch (days.year) {
            case 2020 -> {
                days.on(7, 23, NationalHoliday.MARINE_DAY);
                days.on(7, 24, NationalHoliday.SPORTS_DAY);
                days.on(8, 10, NationalHoliday.MOUNTAIN_DAY);
            }
            case 2021 -> {
                days.on(7, 22, NationalHoliday.MARINE_DAY);
                days.on(7, 23, NationalHoliday.SPORTS_DAY);
                days.on(8, 8, NationalHoliday.MOUNTAIN_DAY);
            }
            default -> {
                days.onMonday(3, Month.JULY, NationalHoliday.MARINE_DAY);
                if (days.year >= 2016) {
                    days.on(8, 11, NationalHoliday.MOUNTAIN_DAY);
                }
                days.onMonday(
                        2,
                        Month.OCTOBER,
                        days.year <= 2019 ? NationalHoliday.HEALTH_AND_SPORTS_DAY : NationalHoliday.SPORTS_DAY);
            }
        }
    }

    /**
     * The day of March or September on which the equinox falls.
     *
     * @param dayOf1980 the moment of the equinox of 1980, in millionths of a day of the month
     */
    private static int equinox(int year, long dayOf1980) {
        long years = year - 1980L;
        return (int) ((dayOf1980 + 242_194 * years) / 1_000_000 - years / 4);
    }

    /** The national holidays of one year as they are being written down. */
    private static final class Days {

        private final int year;
        private final NavigableMap<LocalDate, Holiday> byDate = new TreeMap<>();

        private Days(int year) {
            this.year = year;
        }

        private void on(int month, int day, NationalHoliday holiday) {
            put(LocalDate.of(year, month, day), holiday);
        }

        private void onMonday(int ordinal, Month month, NationalHoliday holiday) {
            put(
                    LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(ordinal, DayOfWeek.MONDAY)),
                    holiday);
        }

        private void put(LocalDate date, NationalHoliday holiday) {
            byDate.put(date, new Holiday(date, holiday.text(), HolidayKind.NATIONAL));
        }
    }
}
