package jp.shikaku.contracts.mislink;

import java.time.OffsetDateTime;

import com.fasterxml.jackson.annotation.JsonInclude;

import jp.shikaku.contracts.number.ConfirmationNumber;

/**
 * One report of a case.
 *
 * @param reporterRole role of the token
 * @param reporterId insurer number, institution code, corporate number, or id of the agent or operator
 * @param confirmationNumber by which it was reported; missing when it was not
 * @param note missing when none was given
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MislinkReport(
        OffsetDateTime reportedAt,
        String reporterRole,
        String reporterId,
        ConfirmationNumber confirmationNumber,
        MislinkObservation observation,
        String note) {}
