package jp.shikaku.eligibility.fhir;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jp.shikaku.contracts.confirmation.ConfirmationAnswer;
import jp.shikaku.contracts.confirmation.ConfirmationRequest;
import jp.shikaku.contracts.coverage.Validity;
import jp.shikaku.contracts.problem.InvalidField;
import jp.shikaku.contracts.problem.ProblemException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.eligibility.confirmation.CardQuestion;

/**
 * A search for a coverage by its member identifier. The birth date is asked for as at the desk: a card number alone, which
 * can be guessed, shows nobody.
 *
 * @param request what the question was read from
 */
record CoverageSearch(ConfirmationRequest request, CardQuestion question) {

    private static final String IDENTIFIER = "identifier";
    private static final String BIRTH_DATE = "patient.birthdate";
    private static final String BIRTH_DATE_TOO = "beneficiary.birthdate";
    private static final String FORMAT = "_format";
    private static final Set<String> KNOWN = Set.of(IDENTIFIER, BIRTH_DATE, BIRTH_DATE_TOO, FORMAT);
    private static final Set<String> JSON = Set.of("json", "application/json", R4.MEDIA_TYPE);
    private static final String PRINTABLE = "[A-Za-z0-9_.:-]{1,40}";

    /** @throws ProblemException naming every parameter that cannot be accepted */
    static CoverageSearch read(Map<String, List<String>> query, LocalDate today) {
        query.keySet().stream()
                .filter(name -> !KNOWN.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw unknown(name);
                });
        ValueReader reader = new ValueReader();
        String format = one(reader, query, FORMAT);
        if (format != null && !JSON.contains(format)) {
            throw ProblemType.NOT_ACCEPTABLE.exception();
        }
        String token = one(reader, query, IDENTIFIER);
        Optional<MemberId> card = token == null ? Optional.empty() : card(token);
        if (card.isEmpty()) {
            reader.refuse("query:" + IDENTIFIER, token == null ? ValueFault.REQUIRED : ValueFault.KEY_FORMAT);
        }
        String birthDate = one(reader, query, query.containsKey(BIRTH_DATE_TOO) ? BIRTH_DATE_TOO : BIRTH_DATE);
        ConfirmationRequest request = new ConfirmationRequest(
                card.map(MemberId::insurerNumber).orElse(null),
                card.map(MemberId::symbol).orElse(null),
                card.map(MemberId::number).orElse(null),
                card.map(MemberId::branch).orElse(null),
                birthDate,
                null,
                null);
        CardQuestion question = question(reader, request, card.isPresent(), today);
        reader.refuseIfAnyInvalid();
        return new CoverageSearch(request, question);
    }

    private static CardQuestion question(
            ValueReader reader, ConfirmationRequest request, boolean cardRead, LocalDate today) {
        try {
            return CardQuestion.read(request, today);
        } catch (ProblemException e) {
            for (InvalidField field : e.errors()) {
                if (field.pointer().equals("/birthDate")) {
                    reader.refuse("query:" + BIRTH_DATE, field.fault());
                } else if (cardRead) {
                    reader.refuse("query:" + IDENTIFIER, field.fault());
                }
            }
            return null;
        }
    }

    /** {@code system|value}, or the value alone. */
    private static Optional<MemberId> card(String token) {
        int bar = token.indexOf('|');
        String system = bar <= 0 ? null : token.substring(0, bar);
        return MemberId.read(system, token.substring(bar + 1));
    }

    private static String one(ValueReader reader, Map<String, List<String>> query, String name) {
        List<String> values = query.getOrDefault(name, List.of());
        if (values.size() > 1) {
            reader.refuse("query:" + name, ValueFault.UNKNOWN_CODE);
        }
        return values.isEmpty() ? null : values.get(0);
    }

    private static ProblemException unknown(String name) {
        String pointer = "query:" + (name.matches(PRINTABLE) ? name : "?");
        return new ProblemException(
                ProblemType.UNKNOWN_FIELD, List.of(new InvalidField(pointer, ValueFault.UNKNOWN_FIELD)));
    }

    /**
     * What the search has found: one coverage, or none; of several none is chosen, which is said (R4).
     *
     * @param requestId a UUID
     * @param language of the texts
     */
    Bundle found(ConfirmationAnswer answer, String requestId, Locale language) {
        String fullUrl = "urn:uuid:" + requestId;
        if (answer.validity() == Validity.SEVERAL_CANDIDATES) {
            return new Bundle(
                    "searchset",
                    0,
                    List.of(new Bundle.Entry(fullUrl, several(answer, language), new Bundle.Search("outcome"))));
        }
        if (answer.coverage() == null) {
            return new Bundle("searchset", 0, List.of());
        }
        return new Bundle(
                "searchset",
                1,
                List.of(new Bundle.Entry(fullUrl, CoverageMapping.ofItsOwn(answer), new Bundle.Search("match"))));
    }

    private static OperationOutcome several(ConfirmationAnswer answer, Locale language) {
        return new OperationOutcome(List.of(new OperationOutcome.Issue(
                "warning",
                "multiple-matches",
                R4.CodeableConcept.of(
                        Systems.VALIDITY,
                        Integer.toString(answer.validity().code()),
                        answer.display().in(language)),
                answer.prescription().reason().in(language),
                List.of())));
    }
}
