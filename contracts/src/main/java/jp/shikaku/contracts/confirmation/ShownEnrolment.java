package jp.shikaku.contracts.confirmation;

import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

import jp.shikaku.contracts.number.ConfirmationNumber;
import jp.shikaku.contracts.number.InstitutionCode;

/**
 * Whose record an answer showed, for who suspects that it was somebody else's. No data of the person.
 *
 * @param institutionCode who asked
 * @param enrolmentId missing when no record was shown
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ShownEnrolment(
        ConfirmationNumber confirmationNumber,
        InstitutionCode institutionCode,
        OffsetDateTime askedAt,
        UUID enrolmentId) {

    /** @throws NullPointerException when anything but {@code enrolmentId} is missing */
    public ShownEnrolment {
        Objects.requireNonNull(confirmationNumber, "confirmationNumber");
        Objects.requireNonNull(institutionCode, "institutionCode");
        Objects.requireNonNull(askedAt, "askedAt");
    }
}
