package jp.shikaku.contracts.time;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Time as insurers, clinics and the law count it: Asia/Tokyo, read from a {@link Clock} that is passed in (R9). */
public final class JapanTime {

    public static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    private JapanTime() {}

    /** Today's date in Japan. */
    public static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    /** The date in Japan on which {@code instant} fell. */
    public static LocalDate dateOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    /** {@code instant} with Japan's offset, to the millisecond, as it is written on the wire. */
    public static OffsetDateTime wire(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).atZone(ZONE).toOffsetDateTime();
    }
}
