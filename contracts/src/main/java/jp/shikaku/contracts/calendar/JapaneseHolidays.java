package jp.shikaku.contracts.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The days off of Japan: by the law's rules, or as an official table says for the years it contains.
 *
 * <p>Next year's holidays are fixed by the official gazette each February; later years are what the rules give today
 * and may still change by law, so they are {@linkplain #provisional provisional}.
 */
public final class JapaneseHolidays {

    /** The earliest day that is known: the rules below are the Act's wording of 2007. */
    public static final LocalDate FIRST_DAY = LocalDate.of(HolidayLaw.FIRST_YEAR, 1, 1);

    /** The latest day that is known: the approximation of the equinoxes ends with the century. */
    public static final LocalDate LAST_DAY = LocalDate.of(HolidayLaw.LAST_YEAR, 12, 31);

    /** The latest year whose holidays were in the gazette when this was written (February 2026). */
    static final int LAST_GAZETTED_YEAR = 2027;

    private final Map<Integer, NavigableMap<LocalDate, Holiday>> years;
    private final int lastGazettedYear;

    private JapaneseHolidays(Map<Integer, NavigableMap<LocalDate, Holiday>> years, int lastGazettedYear) {
        this.years = years;
        this.lastGazettedYear = lastGazettedYear;
    }

    /** The days off by the rules alone. */
    public static JapaneseHolidays byLaw() {
        Map<Integer, NavigableMap<LocalDate, Holiday>> years = new TreeMap<>();
        IntStream.rangeClosed(HolidayLaw.FIRST_YEAR, HolidayLaw.LAST_YEAR)
                .forEach(year -> years.put(year, HolidayLaw.daysOff(year)));
        return new JapaneseHolidays(years, LAST_GAZETTED_YEAR);
    }

    /**
     * The days off by the rules, and as the official file {@code csv} says for the years it contains.
     *
     * @throws UncheckedIOException when the file cannot be read
     * @throws OfficialHolidayTableException when it is not such a file
     */
    public static JapaneseHolidays with(Path csv) {
        try {
            return byLaw().with(OfficialHolidayTable.parse(Files.readAllBytes(csv)));
        } catch (IOException e) {
            throw new UncheckedIOException("the file of holidays cannot be read: " + csv, e);
        }
    }

    /** The same, but each year that {@code table} contains is as the table says; its last year counts as gazetted. */
    public JapaneseHolidays with(OfficialHolidayTable table) {
        Map<Integer, NavigableMap<LocalDate, Holiday>> merged = new TreeMap<>(years);
        for (int year : table.years()) {
            if (years.containsKey(year)) {
                merged.put(year, named(table.in(year), years.get(year)));
            }
        }
        return new JapaneseHolidays(merged, Math.max(lastGazettedYear, table.lastYear()));
    }

    /** The table calls every substitute day only 休日: where the rules know the day too, they name it better. */
    private static NavigableMap<LocalDate, Holiday> named(
            Collection<Holiday> official, NavigableMap<LocalDate, Holiday> byLaw) {
        NavigableMap<LocalDate, Holiday> named = new TreeMap<>();
        for (Holiday holiday : official) {
            boolean unnamed = holiday.name().ja().startsWith("休日");
            named.put(holiday.date(), unnamed ? byLaw.getOrDefault(holiday.date(), holiday) : holiday);
        }
        return named;
    }

    /**
     * The holiday on {@code day}; empty when it is none. A Sunday as such is none.
     *
     * @throws DateTimeException before {@link #FIRST_DAY} or after {@link #LAST_DAY}
     */
    public Optional<Holiday> on(LocalDate day) {
        return Optional.ofNullable(year(day.getYear()).get(day));
    }

    /**
     * Every holiday of {@code year}, by date.
     *
     * @throws DateTimeException before {@link #FIRST_DAY} or after {@link #LAST_DAY}
     */
    public List<Holiday> in(int year) {
        return new ArrayList<>(year(year).values());
    }

    /** Whether the holidays of the year of {@code day} have not been in the official gazette yet. */
    public boolean provisional(LocalDate day) {
        return day.getYear() > lastGazettedYear;
    }

    private NavigableMap<LocalDate, Holiday> year(int year) {
        NavigableMap<LocalDate, Holiday> days = years.get(year);
        if (days == null) {
            throw new DateTimeException("holidays are known from " + FIRST_DAY + " to " + LAST_DAY);
        }
        return days;
    }
}
