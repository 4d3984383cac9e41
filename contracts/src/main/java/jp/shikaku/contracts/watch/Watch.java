package jp.shikaku.contracts.watch;

import java.time.OffsetDateTime;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

import jp.shikaku.contracts.number.ConfirmationNumber;

/**
 * Somebody waits for the answer of a confirmation to change. What it has changed to is not here: whoever wants to know
 * asks again, and leaves a record of having looked (R6).
 *
 * @param changes how often a change was told so far
 * @param changedAt when the last change was noticed; missing when there was none
 * @param expiresAt when watching ends by itself
 * @param endedAt missing while it is open
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Watch(
        UUID id,
        ConfirmationNumber confirmationNumber,
        WatchState state,
        OffsetDateTime createdAt,
        OffsetDateTime expiresAt,
        OffsetDateTime endedAt,
        int changes,
        OffsetDateTime changedAt) {}
