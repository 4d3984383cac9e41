package jp.shikaku.eligibility.confirmation;

import java.util.Optional;

import jp.shikaku.contracts.coverage.Validity;
import jp.shikaku.eligibility.coverage.Coverage;

/**
 * Whether medical information may be viewed: only of a person who is covered, and only if nothing restricts it. An
 * individual-number card whose certificate has expired does not open it, though it still serves for eligibility.
 */
final class MedicalInformation {

    private MedicalInformation() {}

    static boolean allowed(Validity validity, Optional<Coverage> coverage, boolean certificateExpired) {
        return validity == Validity.VALID
                && !certificateExpired
                && coverage.map(Coverage::medicalInfoAllowed).orElse(false);
    }
}
