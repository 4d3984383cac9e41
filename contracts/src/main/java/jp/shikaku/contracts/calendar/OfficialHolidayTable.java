package jp.shikaku.contracts.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import jp.shikaku.contracts.text.LocalizedText;

/**
 * The Cabinet Office's file of holidays ({@code syukujitsu.csv}, https://www8.cao.go.jp/chosei/shukujitsu/): a heading,
 * then a date such as {@code 2027/1/1} and a name a line.
 */
public final class OfficialHolidayTable {

    private static final String HEADING = "国民の祝日・休日月日,国民の祝日・休日名称";
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu/M/d").withResolverStyle(ResolverStyle.STRICT);

    /** Holidays of every year since the Act of 1948: without them a year is cut short. */
    private static final List<MonthDay> IN_EVERY_YEAR =
            List.of(MonthDay.of(1, 1), MonthDay.of(11, 3), MonthDay.of(11, 23));

    private final NavigableMap<LocalDate, Holiday> byDate;

    private OfficialHolidayTable(NavigableMap<LocalDate, Holiday> byDate) {
        this.byDate = byDate;
    }

    /**
     * Reads the file as UTF-8 when it is that, else as windows-31j, in which it is published.
     *
     * @throws OfficialHolidayTableException naming the first line that cannot be used; nothing is skipped in silence
     */
    public static OfficialHolidayTable parse(byte[] file) {
        List<String> lines = new OfficialHolidayFile(file).lines();
        if (lines.isEmpty() || !HEADING.equals(lines.get(0))) {
            throw new OfficialHolidayTableException(
                    1, "見出しが「" + HEADING + "」ではありません。", "The heading is not “" + HEADING + "”.");
        }
        NavigableMap<LocalDate, Holiday> byDate = new TreeMap<>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                Holiday holiday = row(i + 1, lines.get(i));
                if (byDate.put(holiday.date(), holiday) != null) {
                    throw new OfficialHolidayTableException(i + 1, "同じ日付が2回あります。", "This date appears twice.");
                }
            }
        }
        OfficialHolidayTable table = new OfficialHolidayTable(byDate);
        table.requireWholeYears(lines.size());
        return table;
    }

    private static Holiday row(int line, String text) {
        String[] fields = text.split(",", -1);
        if (fields.length != 2 || fields[1].isBlank()) {
            throw new OfficialHolidayTableException(line, "日付と名称の2項目ではありません。", "This is not a date and a name.");
        }
        String name = fields[1].strip();
        try {
            LocalDate date = LocalDate.parse(fields[0].strip(), DATE);
            return new Holiday(date, new LocalizedText(name, english(name)), HolidayKind.NATIONAL);
        } catch (DateTimeException noSuchDay) {
            throw new OfficialHolidayTableException(line, "存在しない日付です。", "There is no such date.");
        }
    }

    private static String english(String name) {
        return Arrays.stream(NationalHoliday.values())
                .map(NationalHoliday::text)
                .filter(text -> text.ja().equals(name))
                .findFirst()
                .map(LocalizedText::en)
                .orElse("National holiday");
    }

    private void requireWholeYears(int lastLine) {
        if (byDate.isEmpty()) {
            throw new OfficialHolidayTableException(lastLine, "祝日が1件もありません。", "There is no holiday in it.");
        }
        for (int year : years()) {
            for (MonthDay day : IN_EVERY_YEAR) {
                if (!byDate.containsKey(day.atYear(year))) {
                    throw new OfficialHolidayTableException(
                            lastLine,
                            year + "年に" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日がありません。途中で切れていませんか。",
                            day.atYear(year) + " is missing: is the file cut short?");
                }
            }
        }
    }

    SortedSet<Integer> years() {
        SortedSet<Integer> years = new TreeSet<>();
        byDate.keySet().forEach(date -> years.add(date.getYear()));
        return years;
    }

    int lastYear() {
        return byDate.lastKey().getYear();
    }

    Collection<Holiday> in(int year) {
        return byDate.subMap(LocalDate.of(year, 1, 1), true, LocalDate.of(year, 12, 31), true)
                .values();
    }
}
