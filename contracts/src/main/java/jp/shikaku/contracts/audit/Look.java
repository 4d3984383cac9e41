package jp.shikaku.contracts.audit;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

import jp.shikaku.contracts.coverage.Validity;
import jp.shikaku.contracts.number.ConfirmationNumber;

/**
 * One look at a person's eligibility (R6): who, when, why, and what was shown.
 *
 * @param actorRole role of the token
 * @param actorId id of the token: institution code, agent id, service name
 * @param onBehalfOf the person behind a service, as the service names it; missing when nobody is
 * @param purpose why it was looked at
 * @param confirmationNumber the confirmation it belongs to: there is the question. It, the day and the answer are missing
 *     where somebody read the history of looks itself, and where a certificate was known but could not be used
 * @param dataShown whether the data of the coverage that is asked about were in the answer; missing for looks from before
 *     this was written down
 * @param requestId the request in which it was looked, the same in our logs
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Look(
        UUID id,
        OffsetDateTime at,
        String actorRole,
        String actorId,
        String onBehalfOf,
        LookPurpose purpose,
        ConfirmationNumber confirmationNumber,
        LocalDate asOf,
        Validity validity,
        Boolean dataShown,
        UUID requestId) {}
