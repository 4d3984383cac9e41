package jp.shikaku.eligibility.hotline;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import jp.shikaku.contracts.confirmation.HotlineNow;

/**
 * What inquiry said of a line, and how long that can be relied on: it names the next opening and the next closing, so that
 * the line's state is known up to the later of them, and not a second longer.
 *
 * @param open whether it answered at {@code asOf}
 * @param first when that changes
 * @param second when it changes back
 */
record LineStatus(String phoneNumber, Instant asOf, boolean open, OffsetDateTime first, OffsetDateTime second) {

    /**
     * Reads a {@code LineNow}, tolerantly: what it says beyond that is not minded.
     *
     * @throws java.time.DateTimeException when it is none
     */
    static LineStatus of(JsonNode line) {
        JsonNode status = line.path("status");
        boolean open = status.path("open").asBoolean();
        OffsetDateTime opening = moment(status, "nextOpening");
        OffsetDateTime closing = moment(status, "nextClosing");
        return new LineStatus(
                line.path("line").path("phoneNumber").asText(),
                moment(status, "asOf").toInstant(),
                open,
                open ? closing : opening,
                open ? opening : closing);
    }

    private static OffsetDateTime moment(JsonNode status, String field) {
        return OffsetDateTime.parse(status.path(field).asText());
    }

    /** Empty for a moment about which nothing was said. */
    Optional<HotlineNow> at(Instant moment) {
        if (moment.isBefore(asOf)) {
            return Optional.empty();
        }
        if (moment.isBefore(first.toInstant())) {
            return Optional.of(new HotlineNow(phoneNumber, open, first));
        }
        return moment.isBefore(second.toInstant())
                ? Optional.of(new HotlineNow(phoneNumber, !open, second))
                : Optional.empty();
    }
}
