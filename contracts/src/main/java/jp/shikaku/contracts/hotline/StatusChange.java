package jp.shikaku.contracts.hotline;

import java.time.OffsetDateTime;
import java.util.Objects;

/**
 * The next time a line opens or closes.
 *
 * @param at to the minute, with Japan's offset
 */
public record StatusChange(Turn kind, OffsetDateTime at) {

    /** What happens. */
    public enum Turn {
        OPENS,
        CLOSES
    }

    public StatusChange {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(at, "at");
    }
}
