package jp.shikaku.eligibility.fhir;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import jp.shikaku.contracts.confirmation.ConfirmationRequest;
import jp.shikaku.contracts.problem.InvalidField;
import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ProblemException;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.contracts.text.WireDate;
import jp.shikaku.eligibility.confirmation.CardQuestion;

/** Reads one {@code CoverageEligibilityRequest}, and gathers everything that is wrong with it. */
final class EligibilityRequestReader {

    private static final Set<String> PURPOSES = Set.of(EligibilityRequest.VALIDATION, EligibilityRequest.BENEFITS);
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");
    private static final Pattern REFERENCE = Pattern.compile("[\\x21-\\x7e]{1,256}");

    private final RequestTree tree;
    private final JsonNode request;
    private final ValueReader reader = new ValueReader();

    private EligibilityRequestReader(RequestTree tree) {
        this.tree = tree;
        this.request = tree.request();
    }

    /**
     * @param today the day meant when the request names none
     * @throws ProblemException naming every value that cannot be accepted
     */
    static EligibilityRequest read(RequestTree tree, LocalDate today) {
        return new EligibilityRequestReader(tree).read(today);
    }

    private EligibilityRequest read(LocalDate today) {
        reader.required(pointer("/status"), text(request, "status"), EligibilityRequestReader::active);
        List<String> purposes = purposes();
        int focal = focal();
        JsonNode coverage = request.path("insurance").path(focal).path("coverage");
        String coverageAt = pointer("/insurance/" + focal + "/coverage");
        Optional<JsonNode> coverageSent = tree.resolve(coverage, "Coverage");
        Optional<MemberId> card = CardInCoverage.of(coverage, coverageSent);
        if (card.isEmpty() && focal >= 0) {
            reader.refuse(coverageAt, ValueFault.REQUIRED);
        }
        LocalDate from = day("/servicedDate", text(request, "servicedDate"));
        LocalDate until = null;
        if (request.has("servicedPeriod")) {
            from = day("/servicedPeriod/start", text(request.path("servicedPeriod"), "start"));
            until = day("/servicedPeriod/end", text(request.path("servicedPeriod"), "end"));
            if (text(request.path("servicedPeriod"), "start") == null) {
                reader.refuse(pointer("/servicedPeriod/start"), ValueFault.REQUIRED);
            } else if (from != null && until != null && until.isBefore(from)) {
                reader.refuse(pointer("/servicedPeriod"), ValueFault.DATE_ORDER);
            }
        }
        ConfirmationRequest asked = asked(card, birthDate(coverageSent), from);
        CardQuestion question = question(asked, today, coverageAt);
        reader.refuseIfAnyInvalid();
        return new EligibilityRequest(asked, question, purposes, reference(), patient(), until);
    }

    private List<String> purposes() {
        List<String> purposes = new ArrayList<>();
        JsonNode sent = request.path("purpose");
        for (int i = 0; i < sent.size(); i++) {
            if (PURPOSES.contains(sent.get(i).asText())) {
                purposes.add(sent.get(i).asText());
            } else {
                reader.refuse(pointer("/purpose/" + i), ValueFault.UNKNOWN_CODE);
            }
        }
        if (sent.isEmpty()) {
            reader.refuse(pointer("/purpose"), ValueFault.REQUIRED);
        }
        return purposes;
    }

    /** The insurance that is asked about: the only one, or the one marked; −1 when it cannot be told (R4). */
    private int focal() {
        JsonNode insurance = request.path("insurance");
        List<Integer> marked = new ArrayList<>();
        for (int i = 0; i < insurance.size(); i++) {
            if (insurance.size() == 1 || insurance.get(i).path("focal").asBoolean()) {
                marked.add(i);
            }
        }
        if (marked.size() != 1) {
            reader.refuse(pointer("/insurance"), marked.isEmpty() ? ValueFault.REQUIRED : ValueFault.UNKNOWN_CODE);
            return -1;
        }
        return marked.get(0);
    }

    /** Of the patient, whom the request names, or the coverage. */
    private String birthDate(Optional<JsonNode> coverageSent) {
        return tree.resolve(request.path("patient"), "Patient")
                .or(() -> coverageSent.flatMap(sent -> tree.resolve(sent.path("beneficiary"), "Patient")))
                .map(patient -> text(patient, "birthDate"))
                .orElse(null);
    }

    private ConfirmationRequest asked(Optional<MemberId> card, String birthDate, LocalDate from) {
        return new ConfirmationRequest(
                card.map(MemberId::insurerNumber).orElse(null),
                card.map(MemberId::symbol).orElse(null),
                card.map(MemberId::number).orElse(null),
                card.map(MemberId::branch).orElse(null),
                birthDate,
                from == null ? null : from.toString(),
                correlationId());
    }

    private String correlationId() {
        String identifier = text(request.path("identifier").path(0), "value");
        return identifier == null ? text(request, "id") : identifier;
    }

    /** What is wrong with the question is wrong at the place in the resource that it was read from. */
    private CardQuestion question(ConfirmationRequest asked, LocalDate today, String coverageAt) {
        try {
            return CardQuestion.read(asked, today);
        } catch (ProblemException e) {
            for (InvalidField field : e.errors()) {
                switch (field.pointer()) {
                    case "/birthDate" -> reader.refuse(pointer("/patient"), field.fault());
                    case "/asOf" -> {} // said already
                    case "/correlationId" -> reader.refuse(pointer("/identifier/0/value"), field.fault());
                    default -> {
                        if (asked.number() != null) {
                            reader.refuse(coverageAt, field.fault());
                        }
                    }
                }
            }
            return null;
        }
    }

    private R4.Reference reference() {
        String id = text(request, "id");
        if (id != null && ID.matcher(id).matches()) {
            return R4.Reference.to("CoverageEligibilityRequest/" + id);
        }
        JsonNode identifier = request.path("identifier").path(0);
        String value = text(identifier, "value");
        return value == null
                ? null
                : R4.Reference.to(
                        "CoverageEligibilityRequest",
                        new R4.Identifier(printable(text(identifier, "system")), value),
                        null);
    }

    private R4.Reference patient() {
        String reference = printable(text(request.path("patient"), "reference"));
        return reference == null || reference.startsWith("#") ? null : R4.Reference.to(reference);
    }

    private static String printable(String uri) {
        return uri != null && REFERENCE.matcher(uri).matches() ? uri : null;
    }

    private LocalDate day(String at, String text) {
        return reader.optional(pointer(at), text, WireDate::parse);
    }

    private String pointer(String within) {
        return tree.pointer() + within;
    }

    private static String active(String status) {
        if (!status.equals("active")) {
            throw new InvalidValueException(ValueFault.UNKNOWN_CODE);
        }
        return status;
    }

    /** {@code null} when there is none. */
    static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isTextual() ? value.asText() : null;
    }
}
