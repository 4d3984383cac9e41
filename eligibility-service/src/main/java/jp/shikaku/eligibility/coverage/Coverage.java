package jp.shikaku.eligibility.coverage;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jp.shikaku.contracts.card.InsuredCard;
import jp.shikaku.contracts.confirmation.ShownCoverage;
import jp.shikaku.contracts.coverage.CoveragePeriod;
import jp.shikaku.contracts.person.PersonKey;

/**
 * A coverage that may be shown.
 *
 * @param card as it was linked, folded for comparison
 * @param shown what a screen may say of it, as it was entered
 */
public record Coverage(
        UUID enrolmentId,
        PersonKey personKey,
        InsuredCard card,
        CoveragePeriod period,
        boolean medicalInfoAllowed,
        ShownCoverage shown) {

    public LocalDate birthDate() {
        return shown.birthDate();
    }

    /**
     * Whether this is the coverage of the card asked about. A branch number decides only when both sides have one: old
     * cards have none.
     */
    public boolean isOn(InsuredCard asked, LocalDate birthDateAsked) {
        return card.insurerNumber().equals(asked.insurerNumber())
                && card.symbol().equals(asked.symbol())
                && card.number().equals(asked.number())
                && birthDate().equals(birthDateAsked)
                && branchAllows(asked.branch());
    }

    private boolean branchAllows(Optional<String> asked) {
        return asked.isEmpty() || card.branch().isEmpty() || card.branch().equals(asked);
    }
}
