package jp.shikaku.eligibility.confirmation;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import jp.shikaku.contracts.audit.OnBehalfOf;
import jp.shikaku.contracts.confirmation.ConfirmationAnswer;
import jp.shikaku.contracts.confirmation.ConfirmationRequest;
import jp.shikaku.contracts.confirmation.ConfirmationStanding;
import jp.shikaku.contracts.confirmation.ShownEnrolment;
import jp.shikaku.contracts.number.ConfirmationNumber;
import jp.shikaku.contracts.number.InstitutionCode;
import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.eligibility.audit.Looker;
import jp.shikaku.kit.identity.Caller;
import jp.shikaku.kit.identity.Roles;
import jp.shikaku.kit.request.IdempotencyKey;
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
        Question question = Question.read(request, JapanTime.today(clock));
        Submission submission = Submission.of(idempotencyKey, request);
        return confirmations
                .confirm(institution, question, submission, asking(institution))
                .map(answer -> RestResponse.ResponseBuilder.<ConfirmationAnswer>created(URI.create(
                                "/confirmations/" + answer.confirmationNumber().display()))
                        .entity(answer)
                        .build());
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
        return new Looker(Roles.INSTITUTION, institution.value(), Optional.empty(), requestId.value());
    }

    private static ConfirmationNumber read(String number) {
        try {
            return ConfirmationNumber.of(number);
        } catch (InvalidValueException e) {
            throw ProblemType.CONFIRMATION_NOT_FOUND.exception(); // says nothing about which numbers exist
        }
    }
}
