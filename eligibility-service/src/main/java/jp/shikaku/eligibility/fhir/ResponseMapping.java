package jp.shikaku.eligibility.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jp.shikaku.contracts.confirmation.ConfirmationAnswer;
import jp.shikaku.contracts.confirmation.ShownCoverage;
import jp.shikaku.contracts.coverage.Validity;
import jp.shikaku.contracts.number.InstitutionCode;

/**
 * An answer as {@code CoverageEligibilityResponse}. "In force" is said of a coverage that was found; that none was found, or
 * more than one, or that it may not be shown any more, is an error and never a coverage that is not in force.
 */
final class ResponseMapping {

    private static final String COVERAGE = "coverage";
    private static final String MEDICAL_CARE = "1";

    private ResponseMapping() {}

    /** @param language of the texts */
    static CoverageEligibilityResponse response(
            ConfirmationAnswer answer, Asked asked, InstitutionCode institution, Locale language) {
        Optional<ShownCoverage> shown = Optional.ofNullable(answer.coverage());
        boolean found = found(answer.validity()) && answer.stillHolds();
        return new CoverageEligibilityResponse(
                answer.confirmationNumber().display(),
                contained(answer, shown),
                AnswerExtensions.of(answer, language),
                List.of(new R4.Identifier(
                        Systems.CONFIRMATION_NUMBER, answer.confirmationNumber().display())),
                "active",
                asked.purposes(),
                asked.patient(),
                asked.until() == null ? answer.asOf() : null,
                asked.until() == null ? null : new R4.Period(answer.asOf(), asked.until()),
                answer.askedAt(),
                R4.Reference.to("Organization", new R4.Identifier(Systems.INSTITUTION, institution.value()), null),
                asked.request(),
                found ? "complete" : "error",
                answer.display().in(language) + ": "
                        + answer.prescription().reason().in(language),
                asked.insurer(),
                found ? List.of(insurance(answer, asked, shown)) : List.of(),
                found ? List.of() : List.of(error(answer, language)));
    }

    private static boolean found(Validity validity) {
        return switch (validity) {
            case VALID, INVALID, INVALID_NEWER_COVERAGE -> true;
            case NOT_FOUND, SEVERAL_CANDIDATES -> false;
        };
    }

    private static List<R4.Resource> contained(ConfirmationAnswer answer, Optional<ShownCoverage> shown) {
        return shown.<List<R4.Resource>>map(coverage -> List.of(
                        CoverageMapping.patient(coverage),
                        CoverageMapping.coverage(COVERAGE, coverage, answer.validity(), null)))
                .orElse(List.of());
    }

    private static CoverageEligibilityResponse.Insurance insurance(
            ConfirmationAnswer answer, Asked asked, Optional<ShownCoverage> shown) {
        return new CoverageEligibilityResponse.Insurance(
                shown.isPresent() ? R4.Reference.to("#" + COVERAGE) : asked.card(),
                inForce(answer, asked, shown),
                shown.map(CoverageMapping::period).orElse(null),
                asked.forBenefits() ? benefits(answer, shown) : List.of());
    }

    /** For the whole of the days of care, as FHIR defines it. */
    private static boolean inForce(ConfirmationAnswer answer, Asked asked, Optional<ShownCoverage> shown) {
        boolean ends = asked.until() != null
                && shown.map(ShownCoverage::lost)
                        .filter(lost -> !lost.isAfter(asked.until()))
                        .isPresent();
        return answer.validity() == Validity.VALID && !ends;
    }

    /** The share of the cost that the patient pays, where the insurer has given it. */
    private static List<CoverageEligibilityResponse.Item> benefits(
            ConfirmationAnswer answer, Optional<ShownCoverage> shown) {
        List<CoverageEligibilityResponse.Item> items = new ArrayList<>();
        shown.filter(coverage -> answer.validity() == Validity.VALID)
                .map(ShownCoverage::burdenShare)
                .ifPresent(share -> items.add(new CoverageEligibilityResponse.Item(
                        R4.CodeableConcept.of(Systems.BENEFIT_CATEGORY, MEDICAL_CARE),
                        List.of(new CoverageEligibilityResponse.Benefit(
                                R4.CodeableConcept.of(Systems.BENEFIT_TYPE, "copay-percent"),
                                Integer.parseInt(share.code()))))));
        return items;
    }

    private static CoverageEligibilityResponse.Error error(ConfirmationAnswer answer, Locale language) {
        return new CoverageEligibilityResponse.Error(
                answer.stillHolds()
                        ? R4.CodeableConcept.of(
                                Systems.VALIDITY,
                                Integer.toString(answer.validity().code()),
                                answer.display().in(language))
                        : AnswerExtensions.concept(answer.notices().get(0), language));
    }
}
