package jp.shikaku.contracts.hotline;

import java.time.LocalTime;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonFormat;

/**
 * The part of a day on which a line answers, in Japan's time, to the minute.
 *
 * @param opens the first minute that is answered
 * @param closes the first minute that is answered no more; later than {@code opens}
 */
public record OpenSpan(
        @JsonFormat(pattern = "HH:mm") LocalTime opens, @JsonFormat(pattern = "HH:mm") LocalTime closes) {

    /** @throws IllegalArgumentException when {@code closes} is not after {@code opens} */
    public OpenSpan {
        Objects.requireNonNull(opens, "opens");
        Objects.requireNonNull(closes, "closes");
        if (!closes.isAfter(opens)) {
            throw new IllegalArgumentException("closes (" + closes + ") must be after opens (" + opens + ")");
        }
    }
}
