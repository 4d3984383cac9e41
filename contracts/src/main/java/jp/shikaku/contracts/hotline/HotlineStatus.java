package jp.shikaku.contracts.hotline;

import java.time.OffsetDateTime;
import java.util.Objects;

import jp.shikaku.contracts.text.LocalizedText;

/**
 * Whether a line answers at a moment. Good until {@code next.at}.
 *
 * @param lineId the line asked about
 * @param asOf the moment asked about, with Japan's offset
 * @param open whether the line answers then
 * @param today the hours of that day
 * @param next when this changes: the earlier of the two that follow
 * @param nextOpening the first time from then on that the line opens
 * @param nextClosing the first time from then on that the line closes
 * @param sentence the same, to read out
 */
public record HotlineStatus(
        String lineId,
        OffsetDateTime asOf,
        boolean open,
        DayHours today,
        StatusChange next,
        OffsetDateTime nextOpening,
        OffsetDateTime nextClosing,
        LocalizedText sentence) {

    public HotlineStatus {
        Objects.requireNonNull(lineId, "lineId");
        Objects.requireNonNull(asOf, "asOf");
        Objects.requireNonNull(today, "today");
        Objects.requireNonNull(next, "next");
        Objects.requireNonNull(nextOpening, "nextOpening");
        Objects.requireNonNull(nextClosing, "nextClosing");
        Objects.requireNonNull(sentence, "sentence");
    }
}
