package jp.shikaku.inquiry.text;

import java.time.LocalDate;
import java.util.Locale;

import jp.shikaku.contracts.text.LocalizedText;

/**
 * A day as it is said on the phone. Spells out months and weekdays itself: a native program carries no locale data but
 * its own.
 */
public record SpokenDay(LocalDate day) {

    /** 4月3日, 3 April. */
    public LocalizedText text() {
        return new LocalizedText(
                day.getMonthValue() + "月" + day.getDayOfMonth() + "日",
                day.getDayOfMonth() + " " + capitalised(day.getMonth()));
    }

    /** 4月3日（金）, Friday 3 April. */
    public LocalizedText withWeekday() {
        char weekday = "月火水木金土日".charAt(day.getDayOfWeek().getValue() - 1);
        return new LocalizedText(
                text().ja() + "（" + weekday + "）", capitalised(day.getDayOfWeek()) + " " + text().en());
    }

    /** As {@link #text()}, but with its year unless that is the year of {@code today}: 2025年4月3日, 3 April 2025. */
    public LocalizedText seenFrom(LocalDate today) {
        return day.getYear() == today.getYear()
                ? text()
                : new LocalizedText(day.getYear() + "年" + text().ja(), text().en() + " " + day.getYear());
    }

    private static String capitalised(Enum<?> constant) {
        return constant.name().charAt(0) + constant.name().substring(1).toLowerCase(Locale.ROOT);
    }
}
