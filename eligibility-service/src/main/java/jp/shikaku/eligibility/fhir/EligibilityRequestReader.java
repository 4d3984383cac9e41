package jp.shikaku.eligibility.fhir;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import jp.shikaku.contracts.confirmation.CertificateConfirmationRequest;
import jp.shikaku.contracts.confirmation.ConfirmationRequest;
import jp.shikaku.contracts.number.CertificateSerial;
import jp.shikaku.contracts.person.CertificateKey;
import jp.shikaku.contracts.problem.InvalidField;
import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ProblemException;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.contracts.text.WireDate;
import jp.shikaku.eligibility.confirmation.CardQuestion;
import jp.shikaku.eligibility.confirmation.CertificateQuestion;
import jp.shikaku.eligibility.confirmation.Question;
import jp.shikaku.eligibility.confirmation.Submission;

/** Reads one {@code CoverageEligibilityRequest}, and gathers everything that is wrong with it. */
final class EligibilityRequestReader {

    private static final Set<String> PURPOSES = Set.of(EligibilityRequest.VALIDATION, EligibilityRequest.BENEFITS);
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");
    private static final Pattern REFERENCE = Pattern.compile("[\\x21-\\x7e]{1,256}");

    private static final Asking NOTHING = new Asking(null, null);

    private final RequestTree tree;
    private final JsonNode request;
    private final Function<CertificateSerial, CertificateKey> keys;
    private final LocalDate today;
    private final ValueReader reader = new ValueReader();

    private EligibilityRequestReader(
            RequestTree tree, Function<CertificateSerial, CertificateKey> keys, LocalDate today) {
        this.tree = tree;
        this.request = tree.request();
        this.keys = keys;
        this.today = today;
    }

    /** @param submission of an idempotency key */
    private record Asking(Question question, Function<String, Submission> submission) {}

    /** @param until {@code null} for a single day */
    private record Days(LocalDate from, LocalDate until) {

        String begin() {
            return from == null ? null : from.toString();
        }
    }

    /**
     * @param keys makes the key of a certificate
     * @param today the day meant when the request names none
     * @throws ProblemException naming every value that cannot be accepted
     */
    static EligibilityRequest read(
            RequestTree tree, Function<CertificateSerial, CertificateKey> keys, LocalDate today) {
        return new EligibilityRequestReader(tree, keys, today).read();
    }

    private EligibilityRequest read() {
        reader.required(pointer("/status"), text(request, "status"), EligibilityRequestReader::active);
        List<String> purposes = purposes();
        String serial = certificate();
        int focal = serial == null ? focal() : -1;
        String coverageAt = pointer("/insurance/" + focal + "/coverage");
        JsonNode coverage = request.path("insurance").path(focal).path("coverage");
        Optional<JsonNode> coverageSent = tree.resolve(coverage, "Coverage");
        Optional<MemberId> card = CardInCoverage.of(coverage, coverageSent);
        if (card.isEmpty() && focal >= 0) {
            reader.refuse(coverageAt, ValueFault.REQUIRED);
        }
        Days days = days();
        Asking asking = serial == null
                ? byCard(asked(card, birthDate(coverageSent), days), coverageAt)
                : byCertificate(new CertificateConfirmationRequest(serial, days.begin(), correlationId()));
        reader.refuseIfAnyInvalid();
        return new EligibilityRequest(
                asking.question(), asking.submission(), purposes, reference(), patient(), days.until());
    }

    private Days days() {
        if (!request.has("servicedPeriod")) {
            return new Days(day("/servicedDate", text(request, "servicedDate")), null);
        }
        JsonNode period = request.path("servicedPeriod");
        LocalDate from = day("/servicedPeriod/start", text(period, "start"));
        LocalDate until = day("/servicedPeriod/end", text(period, "end"));
        if (text(period, "start") == null) {
            reader.refuse(pointer("/servicedPeriod/start"), ValueFault.REQUIRED);
        } else if (from != null && until != null && until.isBefore(from)) {
            reader.refuse(pointer("/servicedPeriod"), ValueFault.DATE_ORDER);
        }
        return new Days(from, until);
    }

    /** Of the individual-number card by which the patient is named, with the reference or within the patient. */
    private String certificate() {
        JsonNode patient = request.path("patient");
        Stream<JsonNode> identifiers = Stream.concat(
                Stream.of(patient.path("identifier")),
                tree.resolve(patient, "Patient").stream()
                        .flatMap(sent ->
                                StreamSupport.stream(sent.path("identifier").spliterator(), false)));
        return identifiers
                .filter(identifier -> Systems.CERTIFICATE_SERIAL.equals(text(identifier, "system")))
                .map(identifier -> text(identifier, "value"))
                .map(value -> value == null ? "" : value)
                .findFirst()
                .orElse(null);
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

    private ConfirmationRequest asked(Optional<MemberId> card, String birthDate, Days days) {
        return new ConfirmationRequest(
                card.map(MemberId::insurerNumber).orElse(null),
                card.map(MemberId::symbol).orElse(null),
                card.map(MemberId::number).orElse(null),
                card.map(MemberId::branch).orElse(null),
                birthDate,
                days.begin(),
                correlationId());
    }

    private String correlationId() {
        String identifier = text(request.path("identifier").path(0), "value");
        return identifier == null ? text(request, "id") : identifier;
    }

    /** What is wrong with the question is wrong at the place in the resource that it was read from. */
    private Asking byCard(ConfirmationRequest asked, String coverageAt) {
        try {
            return new Asking(CardQuestion.read(asked, today), key -> Submission.of(key, asked));
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
            return NOTHING;
        }
    }

    /** The holder of the card names the insurance, and not the request. */
    private Asking byCertificate(CertificateConfirmationRequest asked) {
        if (!request.path("insurance").isEmpty()) {
            reader.refuse(pointer("/insurance"), ValueFault.CARD_OR_CERTIFICATE);
        }
        try {
            CertificateQuestion question = CertificateQuestion.read(asked, keys, today);
            return new Asking(question, key -> Submission.of(key, question.certificate(), asked));
        } catch (ProblemException e) {
            for (InvalidField field : e.errors()) {
                switch (field.pointer()) {
                    case "/asOf" -> {} // said already
                    case "/correlationId" -> reader.refuse(pointer("/identifier/0/value"), field.fault());
                    default -> reader.refuse(pointer("/patient"), field.fault());
                }
            }
            return NOTHING;
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
