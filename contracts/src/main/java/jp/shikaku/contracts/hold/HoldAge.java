package jp.shikaku.contracts.hold;

import java.util.Arrays;

/** How long a hold has been open, in calendar days of Japan. The five days of an insurer fall into the first two bands. */
public enum HoldAge {
    UP_TO_2_DAYS(0),
    UP_TO_5_DAYS(3),
    UP_TO_10_DAYS(6),
    UP_TO_30_DAYS(11),
    OVER_30_DAYS(31);

    private final int fromDays;

    HoldAge(int fromDays) {
        this.fromDays = fromDays;
    }

    /** The first day of each band but the first, ascending: between them the bands lie. */
    public static Integer[] bounds() {
        return Arrays.stream(values()).skip(1).map(band -> band.fromDays).toArray(Integer[]::new);
    }
}
