package jp.shikaku.eligibility.confirmation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jp.shikaku.contracts.confirmation.PrescriptionForm;
import jp.shikaku.contracts.confirmation.PrescriptionPermission;
import jp.shikaku.contracts.confirmation.Shown;
import jp.shikaku.contracts.coverage.Validity;
import jp.shikaku.contracts.number.ConfirmationNumber;
import jp.shikaku.contracts.number.InstitutionCode;
import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.contracts.person.SubjectKey;
import jp.shikaku.eligibility.prescription.PrescriptionRule;

/**
 * One question and what was answered to it.
 *
 * @param subject of the card asked about; {@code null} when it was asked by certificate
 * @param personKey {@code null} unless exactly one person matched; the holder of a certificate always does
 * @param enrolmentId the coverage that was shown; {@code null} when none was
 */
public record Confirmation(
        ConfirmationNumber number,
        InstitutionCode institution,
        Instant askedAt,
        Question question,
        SubjectKey subject,
        Validity validity,
        PrescriptionForm prescription,
        PersonKey personKey,
        UUID enrolmentId) {

    PrescriptionPermission permission() {
        return PrescriptionRule.of(prescription, validity);
    }

    Shown shown() {
        return new Shown(question.asOf(), validity, validity.display(), permission());
    }

    Optional<UUID> shownEnrolment() {
        return Optional.ofNullable(enrolmentId);
    }
}
