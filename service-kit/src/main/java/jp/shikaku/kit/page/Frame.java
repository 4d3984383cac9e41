package jp.shikaku.kit.page;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

import jp.shikaku.contracts.coverage.Validity;
import jp.shikaku.contracts.display.DisplayId;
import jp.shikaku.contracts.text.LocalizedText;
import jp.shikaku.contracts.time.JapanTime;

/**
 * What surrounds the content of every page, and how the page speaks. Templates call it {@code p}.
 *
 * @param language Japanese or English
 * @param here path and query of this page after the language, the same in the other language
 * @param visitor {@code null} for somebody who has not signed in
 * @param formToken what every form of this page sends along; empty where there are no forms
 */
public record Frame(
        Locale language,
        String here,
        Visitor visitor,
        Site site,
        SisterSites sisters,
        Assets assets,
        String formToken) {

    private static final String WEEKDAYS = "月火水木金土日";

    /** The wording of this page's language. */
    public String say(String ja, String en) {
        return english() ? en : ja;
    }

    /** As {@link #say}. */
    public String in(LocalizedText text) {
        return text.in(language);
    }

    public String tag() {
        return language.getLanguage();
    }

    public boolean english() {
        return tag().equals("en");
    }

    /**
     * The frame of the page at {@code path}, where an address that takes a form alone shows that page again: its other
     * language is to be had there only.
     */
    public Frame at(String path) {
        return new Frame(language, path, visitor, site, sisters, assets, formToken);
    }

    /** The address of the page at {@code path}, in this language. */
    public String link(String path) {
        return "/" + tag() + path;
    }

    /** This page in the language {@code tag}. */
    public String inLanguage(String tag) {
        return "/" + tag + here;
    }

    /** The address of a file of the pages, such as the style sheet. */
    public String asset(String name) {
        return assets.address(name);
    }

    /** How a display looks: {@code good}, {@code bad}, {@code warn} or {@code calm}, as the style sheet calls it. */
    public String tone(DisplayId display) {
        return switch (display) {
            case VALID -> "good";
            case INVALID, INVALID_NEWER_COVERAGE -> "bad";
            case NOT_FOUND, SEVERAL_CANDIDATES -> "warn";
            case UNDETERMINED -> "calm";
        };
    }

    /** As {@link #tone(DisplayId)}. */
    public String toneOf(Validity validity) {
        return tone(DisplayId.of(validity));
    }

    /** The sections that this visitor sees. */
    public List<Section> sections() {
        return site.sections().stream()
                .filter(section -> section.isFor(visitor))
                .toList();
    }

    /** Whether this page belongs to {@code section}. */
    public boolean isWithin(Section section) {
        String path = here.split("\\?", 2)[0];
        return path.equals(section.path()) || !section.path().isEmpty() && path.startsWith(section.path() + "/");
    }

    public boolean signedIn() {
        return visitor != null;
    }

    /** Whether anybody signs in on this site at all. */
    public boolean hasSignIn() {
        return !site.roles().isEmpty();
    }

    /** 2026年4月3日（金）, Fri 3 April 2026. */
    public String day(LocalDate day) {
        if (day == null) {
            return "";
        }
        int weekday = day.getDayOfWeek().ordinal();
        return english()
                ? capitalised(day.getDayOfWeek()).substring(0, 3) + " " + day.getDayOfMonth() + " "
                        + capitalised(day.getMonth()) + " " + day.getYear()
                : day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日（"
                        + WEEKDAYS.charAt(weekday) + "）";
    }

    /** A moment in Japan, to the minute: 2026年4月3日（金） 9:30. */
    public String moment(OffsetDateTime moment) {
        if (moment == null) {
            return "";
        }
        OffsetDateTime japan = JapanTime.wire(moment.toInstant());
        return day(japan.toLocalDate()) + " " + time(japan.toLocalTime());
    }

    /** 9:30. */
    public String time(LocalTime time) {
        return time == null
                ? ""
                : time.getHour() + ":"
                        + time.truncatedTo(ChronoUnit.MINUTES).toString().substring(3);
    }

    private static String capitalised(Enum<?> constant) {
        return constant.name().charAt(0) + constant.name().substring(1).toLowerCase(Locale.ROOT);
    }
}
