package jp.shikaku.kit.file;

import java.time.LocalDate;
import java.util.Arrays;

import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ValueFault;

/**
 * 元号. The day on which the era changed counts to the new one. Meiji begins for us in its sixth year (1873), with the
 * calendar that is in use since (明治5年太政官布告第337号).
 */
enum Era {
    MEIJI("明治", 'M', '1', 1868, LocalDate.of(1873, 1, 1)),
    TAISHO("大正", 'T', '2', 1912, LocalDate.of(1912, 7, 30)),
    SHOWA("昭和", 'S', '3', 1926, LocalDate.of(1926, 12, 25)),
    HEISEI("平成", 'H', '4', 1989, LocalDate.of(1989, 1, 8)),
    REIWA("令和", 'R', '5', 2019, LocalDate.of(2019, 5, 1));

    private final String title;
    private final char letter;
    private final char code;
    private final int firstYear;
    private final LocalDate firstDay;

    Era(String title, char letter, char code, int firstYear, LocalDate firstDay) {
        this.title = title;
        this.letter = letter;
        this.code = code;
        this.firstYear = firstYear;
        this.firstDay = firstDay;
    }

    /**
     * The era that {@code sign} stands for: 令和, 令, R, r or 5.
     *
     * @throws InvalidValueException {@link ValueFault#DATE_NOT_READABLE} when it is none
     */
    static Era of(String sign) {
        return Arrays.stream(values())
                .filter(era -> era.isMeantBy(sign))
                .findAny()
                .orElseThrow(() -> new InvalidValueException(ValueFault.DATE_NOT_READABLE));
    }

    private boolean isMeantBy(String sign) {
        char c = sign.charAt(0);
        return sign.equals(title)
                || sign.length() == 1 && (c == title.charAt(0) || Character.toUpperCase(c) == letter || c == code);
    }

    /** The year of the common era; {@code year} counts from 1. */
    int commonYear(int year) {
        return firstYear + year - 1;
    }

    boolean contains(LocalDate date) {
        boolean isOver = this != REIWA && !date.isBefore(values()[ordinal() + 1].firstDay);
        return !date.isBefore(firstDay) && !isOver;
    }

    /** 平成31年 from May to December: what forms printed before the era changed say of 令和元年. */
    boolean ranOnTo(LocalDate date) {
        return this == HEISEI && date.getYear() == REIWA.firstYear && REIWA.contains(date);
    }
}
