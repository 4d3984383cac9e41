package jp.shikaku.eligibility.oqs;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import jp.shikaku.contracts.confirmation.ConfirmationRequest;
import jp.shikaku.contracts.oqs.OqsFault;
import jp.shikaku.contracts.oqs.SearchInfo;
import jp.shikaku.contracts.problem.InvalidField;
import jp.shikaku.contracts.problem.ProblemException;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.eligibility.confirmation.CardQuestion;

/** One card of a document, as a question: the same that is asked at {@code /confirmations}. */
sealed interface OqsQuestion {

    /**
     * @param request what the question was read from, for telling repetitions
     */
    record Asked(ConfirmationRequest request, CardQuestion question) implements OqsQuestion {}

    /** At least one value cannot be accepted. */
    record Refused(List<OqsFault> faults) implements OqsQuestion {}

    /**
     * @param asOf the day asked about; {@code null} for {@code today}
     * @param correlationId the caller's own id for this question; may be {@code null}
     */
    static OqsQuestion of(SearchInfo card, LocalDate asOf, String correlationId, LocalDate today) {
        ConfirmationRequest request = new ConfirmationRequest(
                card.insurerNumber(),
                card.symbol(),
                card.number(),
                card.branch(),
                OqsDate.iso(card.birthdate()),
                asOf == null ? null : asOf.toString(),
                correlationId);
        try {
            CardQuestion question = CardQuestion.read(request, today);
            return isConsentFlag(card.consentFlag())
                    ? new Asked(request, question)
                    : new Refused(List.of(OqsFault.CONSENT_FLAG));
        } catch (ProblemException e) {
            Stream<OqsFault> faults = e.errors().stream().map(OqsQuestion::fault);
            return new Refused(
                    isConsentFlag(card.consentFlag())
                            ? faults.toList()
                            : Stream.concat(faults, Stream.of(OqsFault.CONSENT_FLAG))
                                    .toList());
        }
    }

    /** 0 未同意, 1 同意; not all clients send it. There is no such certificate here to be shown or withheld. */
    private static boolean isConsentFlag(String flag) {
        return flag == null || flag.isBlank() || Set.of("0", "1").contains(flag.strip());
    }

    private static OqsFault fault(InvalidField field) {
        return switch (field.pointer()) {
            case "/insurerNumber" -> insurerNumber(field.fault());
            case "/symbol" -> OqsFault.CARD_SYMBOL;
            case "/number" -> OqsFault.CARD_NUMBER;
            case "/branch" -> OqsFault.CARD_BRANCH;
            case "/birthDate" ->
                field.fault() == ValueFault.DATE_IN_FUTURE ? OqsFault.BIRTH_DATE_IN_FUTURE : OqsFault.BIRTH_DATE;
            default -> OqsFault.ARBITRARY_IDENTIFIER;
        };
    }

    private static OqsFault insurerNumber(ValueFault fault) {
        return switch (fault) {
            case INSURER_NUMBER_CHECK_DIGIT -> OqsFault.INSURER_NUMBER_CHECK_DIGIT;
            case INSURER_NUMBER_PLACEHOLDER -> OqsFault.INSURER_NUMBER_PLACEHOLDER;
            case INSURER_NUMBER_NOT_AN_INSURER -> OqsFault.INSURER_NUMBER_NOT_AN_INSURER;
            default -> OqsFault.INSURER_NUMBER;
        };
    }
}
