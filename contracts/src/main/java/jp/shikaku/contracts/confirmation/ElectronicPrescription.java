package jp.shikaku.contracts.confirmation;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;

import jp.shikaku.contracts.number.ConfirmationNumber;
import jp.shikaku.contracts.text.LocalizedText;

/**
 * What may be done with an electronic prescription (電子処方箋) for a confirmation, now (R10): all of it or nothing, since the
 * service of electronic prescriptions knows a patient by insurer, symbol, number and branch.
 *
 * @param asOf the day the confirmation is about
 * @param issue 発行: by a doctor
 * @param register 登録: with the service of electronic prescriptions
 * @param retrieve 取得: by a pharmacy
 * @param form paper when nothing of this is allowed
 */
public record ElectronicPrescription(
        ConfirmationNumber confirmationNumber,
        OffsetDateTime checkedAt,
        LocalDate asOf,
        boolean issue,
        boolean register,
        boolean retrieve,
        PrescriptionForm form,
        LocalizedText reason) {

    public ElectronicPrescription {
        Objects.requireNonNull(confirmationNumber, "confirmationNumber");
        Objects.requireNonNull(checkedAt, "checkedAt");
        Objects.requireNonNull(asOf, "asOf");
        Objects.requireNonNull(form, "form");
        Objects.requireNonNull(reason, "reason");
    }
}
