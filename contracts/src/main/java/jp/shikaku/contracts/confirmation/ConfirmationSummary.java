package jp.shikaku.contracts.confirmation;

import java.time.LocalDate;
import java.time.OffsetDateTime;

import com.fasterxml.jackson.annotation.JsonInclude;

import jp.shikaku.contracts.coverage.Validity;
import jp.shikaku.contracts.number.ConfirmationNumber;

/**
 * One of the caller's own confirmations, in a list of them. Nothing of the person.
 *
 * @param validity as it was answered
 * @param correlationId as it was asked; missing when there was none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConfirmationSummary(
        ConfirmationNumber confirmationNumber,
        OffsetDateTime askedAt,
        LocalDate asOf,
        Validity validity,
        String correlationId) {}
