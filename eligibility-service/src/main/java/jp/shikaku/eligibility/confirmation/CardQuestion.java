package jp.shikaku.eligibility.confirmation;

import java.time.LocalDate;
import java.util.Optional;

import jp.shikaku.contracts.card.InsuredCard;
import jp.shikaku.contracts.confirmation.ConfirmationRequest;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.contracts.text.WireDate;

/** By the numbers on an insured card, with the birth date. */
public record CardQuestion(InsuredCard card, LocalDate birthDate, LocalDate asOf, String correlationId)
        implements Question {

    /**
     * @param today the day meant when the request names none
     * @throws jp.shikaku.contracts.problem.ProblemException naming every value that cannot be accepted
     */
    public static CardQuestion read(ConfirmationRequest request, LocalDate today) {
        if (request == null) {
            throw ProblemType.MALFORMED_JSON.exception();
        }
        ValueReader reader = new ValueReader();
        InsurerNumber insurer = reader.required("/insurerNumber", request.insurerNumber(), InsurerNumber::of);
        reader.optional("/symbol", request.symbol(), InsuredCard::symbolOf);
        reader.required("/number", request.number(), InsuredCard::numberOf);
        reader.optional("/branch", request.branch(), InsuredCard::branchOf);
        LocalDate birthDate = reader.required("/birthDate", request.birthDate(), WireDate::parse);
        LocalDate asOf = reader.optional("/asOf", request.asOf(), WireDate::parse);
        String correlationId = correlationId(reader, request);
        if (birthDate != null && birthDate.isAfter(today)) {
            reader.refuse("/birthDate", ValueFault.DATE_IN_FUTURE);
        }
        reader.refuseIfAnyInvalid();
        InsuredCard card = InsuredCard.of(insurer, request.symbol(), request.number(), request.branch());
        return new CardQuestion(card, birthDate, Optional.ofNullable(asOf).orElse(today), correlationId);
    }

    /** The caller's own id in {@code request}, whatever else is wrong with that; {@code null} when it cannot be accepted. */
    public static String correlationIdOf(ConfirmationRequest request) {
        return correlationId(new ValueReader(), request);
    }

    private static String correlationId(ValueReader reader, ConfirmationRequest request) {
        return reader.optionalText("/correlationId", request.correlationId(), MAX_CORRELATION_ID);
    }

    @Override
    public CardQuestion on(LocalDate day) {
        return new CardQuestion(card, birthDate, day, correlationId);
    }
}
