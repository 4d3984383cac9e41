package jp.shikaku.eligibility.confirmation;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import jp.shikaku.contracts.audit.OnBehalfOf;
import jp.shikaku.contracts.confirmation.ConfirmationAnswer;
import jp.shikaku.contracts.confirmation.ConfirmationRequest;
import jp.shikaku.contracts.confirmation.ConfirmationStanding;
import jp.shikaku.contracts.confirmation.ConfirmationSummary;
import jp.shikaku.contracts.confirmation.ElectronicPrescription;
import jp.shikaku.contracts.confirmation.ShownEnrolment;
import jp.shikaku.contracts.number.ConfirmationNumber;
import jp.shikaku.contracts.number.InstitutionCode;
import jp.shikaku.contracts.paging.Page;
import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.contracts.text.WireMoment;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.eligibility.audit.Looker;
import jp.shikaku.kit.identity.Caller;
import jp.shikaku.kit.identity.Roles;
import jp.shikaku.kit.request.IdempotencyKey;
import jp.shikaku.kit.request.PageRequest;
import jp.shikaku.kit.request.RequestId;

/** What a clinic or pharmacy asks, and what the inquiry service asks to explain it. */
@Path("/confirmations")
@Tag(name = "confirmation")
@Produces(MediaType.APPLICATION_JSON)
public class ConfirmationResource {

    private final Confirmations confirmations;
    private final Caller caller;
    private final RequestId requestId;
    private final Clock clock;

    ConfirmationResource(Confirmations confirmations, Caller caller, RequestId requestId, Clock clock) {
        this.confirmations = confirmations;
        this.caller = caller;
        this.requestId = requestId;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.INSTITUTION)
    @Operation(
            operationId = "confirm",
            summary =
                    "Asks whether a card is valid on a day. With an Idempotency-Key a repeated request gives the first answer again.")
    @APIResponseSchema(
            value = ConfirmationAnswer.class,
            responseCode = "201",
            responseDescription = "The answer, with its confirmation number")
    @APIResponse(responseCode = "422", description = "Some values cannot be accepted")
    @APIResponse(responseCode = "503", description = "Undetermined: eligibility cannot be found out right now")
    public Uni<RestResponse<ConfirmationAnswer>> confirm(
            @HeaderParam(IdempotencyKey.HEADER) String idempotencyKey, ConfirmationRequest request) {
        InstitutionCode institution = caller.institution();
        CardQuestion question = CardQuestion.read(request, JapanTime.today(clock));
        Submission submission = Submission.of(idempotencyKey, request);
        return confirmations
                .confirm(institution, question, submission, asking(institution))
                .map(Created::of);
    }

    @GET
    @RolesAllowed(Roles.INSTITUTION)
    @Operation(
            operationId = "listConfirmations",
            summary = "The caller's own confirmations, the latest first; by its own id for a question, if it gave one")
    public Uni<Page<ConfirmationSummary>> list(
            @QueryParam("correlationId") String correlationId,
            @Parameter(description = "Only what was asked from this moment on, ISO 8601 with offset")
                    @QueryParam("since")
                    String since,
            @Parameter(description = "Number of the last confirmation already known") @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("50") String limit) {
        InstitutionCode institution = caller.institution();
        ValueReader reader = new ValueReader();
        String id = reader.optionalText("query:correlationId", correlationId, Question.MAX_CORRELATION_ID);
        Instant from = reader.optional("query:since", since, WireMoment::parse);
        ConfirmationNumber known = reader.optional("query:after", after, ConfirmationNumber::of);
        PageRequest page = PageRequest.read(reader, null, limit);
        reader.refuseIfAnyInvalid();
        return confirmations
                .list(institution, new HistoryRequest(id, from, known, page.limitPlusOne()), asking(institution))
                .map(found -> page.toPage(
                        found, summary -> summary.confirmationNumber().display()));
    }

    @GET
    @Path("/{number}/now")
    @RolesAllowed(Roles.INSTITUTION)
    @Operation(
            operationId = "recheckConfirmation",
            summary =
                    "How one of the caller's own confirmations would be answered now, for the day it was asked about. With If-None-Match and the ETag of an earlier answer: 304 while the desk would be told the same.")
    @APIResponseSchema(
            value = ConfirmationAnswer.class,
            responseCode = "200",
            responseDescription = "The answer now, under the same number")
    @APIResponse(responseCode = "304", description = "Nothing has changed")
    @APIResponse(responseCode = "503", description = "Undetermined: eligibility cannot be found out right now")
    public Uni<RestResponse<ConfirmationAnswer>> recheck(
            String number, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        InstitutionCode institution = caller.institution();
        return confirmations
                .recheck(institution, read(number), asking(institution), answer -> isKnown(answer, ifNoneMatch))
                .map(answer -> isKnown(answer, ifNoneMatch)
                        ? RestResponse.ResponseBuilder.<ConfirmationAnswer>notModified()
                                .tag(AnswerTag.of(answer))
                                .build()
                        : RestResponse.ResponseBuilder.ok(answer)
                                .tag(AnswerTag.of(answer))
                                .build());
    }

    private static boolean isKnown(ConfirmationAnswer answer, String ifNoneMatch) {
        String tag = '"' + AnswerTag.of(answer).getValue() + '"';
        return ifNoneMatch != null
                && Stream.of(ifNoneMatch.split(","))
                        .map(known -> known.strip().replaceFirst("^W/", ""))
                        .anyMatch(tag::equals);
    }

    @GET
    @Path("/{number}/prescription")
    @RolesAllowed(Roles.INSTITUTION)
    @Operation(
            operationId = "electronicPrescription",
            summary =
                    "Whether an electronic prescription may be issued, registered and retrieved for one of the caller's own confirmations, now; otherwise paper, with the reason")
    @APIResponseSchema(
            value = ElectronicPrescription.class,
            responseCode = "200",
            responseDescription = "What may be done")
    @APIResponse(responseCode = "503", description = "Undetermined: use paper")
    public Uni<ElectronicPrescription> prescription(String number) {
        InstitutionCode institution = caller.institution();
        return confirmations.prescription(institution, read(number), asking(institution));
    }

    @GET
    @Path("/{number}")
    @RolesAllowed(Roles.INSTITUTION)
    @Operation(
            operationId = "rereadConfirmation",
            summary =
                    "One of the caller's own confirmations, as it was answered. What may no longer be shown is left out.")
    public Uni<ConfirmationAnswer> reread(String number) {
        InstitutionCode institution = caller.institution();
        return confirmations.reread(institution, read(number), asking(institution));
    }

    @GET
    @Path("/{number}/standing")
    @RolesAllowed(Roles.SERVICE)
    @Operation(
            operationId = "standing",
            summary = "What was shown, what would be shown now, and the keys to go on asking. No data of the person.")
    public Uni<ConfirmationStanding> standing(String number, @HeaderParam(OnBehalfOf.HEADER) String onBehalfOf) {
        return confirmations.standing(read(number), askingFor(onBehalfOf));
    }

    @GET
    @Path("/{number}/enrolment")
    @RolesAllowed(Roles.SERVICE)
    @Operation(
            operationId = "shownEnrolment",
            summary =
                    "Whose record the answer showed, for a report that it was another person's. No data of the person.")
    public Uni<ShownEnrolment> shownEnrolment(String number, @HeaderParam(OnBehalfOf.HEADER) String onBehalfOf) {
        return confirmations.shownEnrolment(read(number), askingFor(onBehalfOf));
    }

    private Looker askingFor(String onBehalfOf) {
        ValueReader reader = new ValueReader();
        OnBehalfOf person = reader.optional("header:" + OnBehalfOf.HEADER, onBehalfOf, OnBehalfOf::new);
        reader.refuseIfAnyInvalid();
        return new Looker(Roles.SERVICE, caller.service(), Optional.ofNullable(person), requestId.value());
    }

    private Looker asking(InstitutionCode institution) {
        return Looker.institution(institution, requestId.value());
    }

    private static ConfirmationNumber read(String number) {
        try {
            return ConfirmationNumber.of(number);
        } catch (InvalidValueException e) {
            throw ProblemType.CONFIRMATION_NOT_FOUND.exception(); // says nothing about which numbers exist
        }
    }
}
