package jp.shikaku.inquiry.hotline;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import jp.shikaku.contracts.calendar.JapaneseHolidays;
import jp.shikaku.contracts.faq.FaqAudience;
import jp.shikaku.contracts.hotline.HotlineLine;
import jp.shikaku.contracts.hotline.LineNow;
import jp.shikaku.contracts.hotline.OpeningHours;
import jp.shikaku.inquiry.content.ContentCheck;
import jp.shikaku.inquiry.content.ContentException;
import jp.shikaku.inquiry.content.ContentFile;
import jp.shikaku.inquiry.content.ContentReader;
import jp.shikaku.inquiry.content.ContentSource;

/** Every line people may call, with its calendar. The lines are data: {@code hotline/lines.yaml}. */
public final class HotlineDirectory {

    /** The line the notice of 2023-06-06 names: マイナンバー総合フリーダイヤル. */
    public static final String MAIN = "main";

    /** The line for reception staff: オンライン資格確認等コールセンター. */
    public static final String INSTITUTIONS = "institutions";

    private static final String NOW = "now";

    static final String LINES = "hotline/lines.yaml";

    private static final Pattern PHONE_NUMBER = Pattern.compile("0\\d{1,3}-\\d{2,4}-\\d{2,4}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");

    private final Map<String, HotlineCalendar> calendars;

    private HotlineDirectory(Map<String, HotlineCalendar> calendars) {
        this.calendars = calendars;
    }

    /** The packed lines, with holidays by the law's rules. */
    public static HotlineDirectory load() {
        return load(JapaneseHolidays.byLaw());
    }

    /** The packed lines. */
    public static HotlineDirectory load(JapaneseHolidays holidays) {
        return load(ContentSource.packed(), holidays);
    }

    /** @throws ContentException when the lines of {@code source} cannot be used */
    public static HotlineDirectory load(ContentSource source, JapaneseHolidays holidays) {
        ContentFile<List<HotlineLine>> lines = new ContentReader(source).list(LINES, HotlineLine.class);
        check(lines.value());
        Map<String, HotlineCalendar> calendars = new LinkedHashMap<>();
        lines.value().forEach(line -> calendars.put(line.id(), new HotlineCalendar(line, holidays)));
        return new HotlineDirectory(calendars);
    }

    /** Every line, the most important first. */
    public List<HotlineLine> lines() {
        return calendars.values().stream().map(HotlineCalendar::line).toList();
    }

    /** The calendar of the line {@code id}; empty when there is no such line. */
    public Optional<HotlineCalendar> calendar(String id) {
        return Optional.ofNullable(calendars.get(id));
    }

    /** The calendar of {@link #MAIN}. */
    public HotlineCalendar main() {
        return calendars.get(MAIN);
    }

    /** Every line as it is at {@code now}: those for {@code audience} first; {@code null} is anybody. */
    public List<LineNow> linesNow(FaqAudience audience, Instant now) {
        return calendars.values().stream()
                .map(calendar -> new LineNow(calendar.line(), calendar.at(now)))
                .sorted(Comparator.comparing(line -> !isFirstFor(audience, line.line())))
                .toList();
    }

    /** Reception desks have a line of their own; it takes no calls of others. */
    private static boolean isFirstFor(FaqAudience audience, HotlineLine line) {
        return line.id().equals(INSTITUTIONS) == (audience == FaqAudience.DESK);
    }

    private static void check(List<HotlineLine> lines) {
        ContentCheck check = new ContentCheck();
        List<String> ids = lines.stream().map(HotlineLine::id).toList();
        check.in(LINES).unique("id", ids).require(ids.contains(MAIN), "id", "no line is called “" + MAIN + "”");
        for (HotlineLine line : lines) {
            checkLine(check.in(LINES + " " + line.id()), line);
        }
        check.finish();
    }

    private static void checkLine(ContentCheck.FileCheck check, HotlineLine line) {
        check.slug("id", line.id())
                .require(!line.id().equals(NOW), "id", "“" + NOW + "” is the address of all lines together")
                .text("name", line.name())
                .text("purpose", line.purpose())
                .sources(line.sources())
                .require(PHONE_NUMBER.matcher(line.phoneNumber()).matches(), "phoneNumber", "is not a telephone number")
                .require(!line.languages().isEmpty(), "languages", "is empty")
                .require(
                        line.languages().stream()
                                .allMatch(code -> LANGUAGE.matcher(code).matches()),
                        "languages",
                        "are not two-letter codes");
        OpeningHours hours = line.hours();
        check.require(hours.weekday() != null, "hours.weekday", "a line answers at least on weekdays");
        hours.closures().forEach(closure -> check.text("hours.closures.reason", closure.reason()));
        line.roundTheClock().forEach(text -> check.text("roundTheClock", text));
    }
}
