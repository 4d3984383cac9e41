package jp.shikaku.contracts.confirmation;

import java.time.LocalDate;
import java.util.Objects;

import jp.shikaku.contracts.coverage.Validity;
import jp.shikaku.contracts.text.LocalizedText;

/**
 * What a screen says about a card, without a word about the person.
 *
 * @param asOf the date it is about
 */
public record Shown(LocalDate asOf, Validity validity, LocalizedText display, PrescriptionPermission prescription) {

    /** @throws NullPointerException when anything is missing */
    public Shown {
        Objects.requireNonNull(asOf, "asOf");
        Objects.requireNonNull(validity, "validity");
        Objects.requireNonNull(display, "display");
        Objects.requireNonNull(prescription, "prescription");
    }
}
