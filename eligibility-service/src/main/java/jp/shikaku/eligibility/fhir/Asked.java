package jp.shikaku.eligibility.fhir;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jp.shikaku.contracts.confirmation.ConfirmationAnswer;
import jp.shikaku.contracts.confirmation.ShownCoverage;
import jp.shikaku.eligibility.confirmation.CardQuestion;

/**
 * What a response repeats of the request that it answers.
 *
 * @param card the coverage asked about, where none is shown
 * @param until last day of a period of care; {@code null} for a single day
 */
record Asked(
        List<String> purposes,
        R4.Reference request,
        R4.Reference patient,
        R4.Reference insurer,
        R4.Reference card,
        LocalDate until) {

    static Asked with(EligibilityRequest request, ConfirmationAnswer answer) {
        Asked asked = request.question() instanceof CardQuestion question ? byCard(question, answer) : earlier(answer);
        return new Asked(
                request.purposes(),
                request.reference() == null ? asked.request() : request.reference(),
                request.patient() == null ? asked.patient() : request.patient(),
                asked.insurer(),
                asked.card(),
                request.until());
    }

    private static Asked byCard(CardQuestion question, ConfirmationAnswer answer) {
        R4.Identifier card = card(question);
        return new Asked(
                List.of(),
                confirmation("CoverageEligibilityRequest", answer),
                R4.Reference.to("Patient", card, null),
                CoverageMapping.insurer(question.card().insurerNumber()),
                R4.Reference.to("Coverage", card, null),
                null);
    }

    /** Of a request that is not there any more, or named no card: its confirmation number stands for what is not shown again. */
    static Asked earlier(ConfirmationAnswer answer) {
        Optional<ShownCoverage> shown = Optional.ofNullable(answer.coverage());
        return new Asked(
                List.of(EligibilityRequest.VALIDATION, EligibilityRequest.BENEFITS),
                confirmation("CoverageEligibilityRequest", answer),
                shown.map(coverage ->
                                R4.Reference.to("Patient", MemberId.of(coverage).identifier(), null))
                        .orElse(confirmation("Patient", answer)),
                shown.map(coverage -> CoverageMapping.insurer(coverage.insurerNumber()))
                        .orElse(confirmation("Organization", answer)),
                confirmation("Coverage", answer),
                null);
    }

    boolean forBenefits() {
        return purposes.contains(EligibilityRequest.BENEFITS);
    }

    /** The card names the person as far as anybody knows. */
    private static R4.Identifier card(CardQuestion question) {
        return new MemberId(
                        question.card().insurerNumber().value(),
                        question.card().symbol().orElse(""),
                        question.card().number(),
                        question.card().branch().orElse(""))
                .identifier();
    }

    private static R4.Reference confirmation(String type, ConfirmationAnswer answer) {
        return R4.Reference.to(
                type,
                new R4.Identifier(
                        Systems.CONFIRMATION_NUMBER, answer.confirmationNumber().display()),
                null);
    }
}
