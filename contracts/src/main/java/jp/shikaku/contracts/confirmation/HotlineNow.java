package jp.shikaku.contracts.confirmation;

import java.time.OffsetDateTime;
import java.util.Objects;

/**
 * Whether the line for reception desks answers.
 *
 * @param phoneNumber as it is dialled in Japan, with hyphens
 * @param open whether it answers at the moment of the answer
 * @param until when it closes, or opens
 */
public record HotlineNow(String phoneNumber, boolean open, OffsetDateTime until) {

    public HotlineNow {
        Objects.requireNonNull(phoneNumber, "phoneNumber");
        Objects.requireNonNull(until, "until");
    }
}
