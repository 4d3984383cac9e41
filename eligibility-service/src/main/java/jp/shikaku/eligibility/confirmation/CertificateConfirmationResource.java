package jp.shikaku.eligibility.confirmation;

import java.time.Clock;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
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

import jp.shikaku.contracts.confirmation.CertificateConfirmationRequest;
import jp.shikaku.contracts.confirmation.ConfirmationAnswer;
import jp.shikaku.contracts.number.InstitutionCode;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.eligibility.audit.Looker;
import jp.shikaku.eligibility.certificate.CertificateKeys;
import jp.shikaku.kit.identity.Caller;
import jp.shikaku.kit.identity.Roles;
import jp.shikaku.kit.request.IdempotencyKey;
import jp.shikaku.kit.request.RequestId;

/** Questions by individual-number card. What is answered is a confirmation as any other, and read at {@code /confirmations}. */
@Path("/certificate-confirmations")
@Tag(name = "confirmation")
@Produces(MediaType.APPLICATION_JSON)
public class CertificateConfirmationResource {

    private final Confirmations confirmations;
    private final CertificateKeys keys;
    private final Caller caller;
    private final RequestId requestId;
    private final Clock clock;

    CertificateConfirmationResource(
            Confirmations confirmations, CertificateKeys keys, Caller caller, RequestId requestId, Clock clock) {
        this.confirmations = confirmations;
        this.keys = keys;
        this.caller = caller;
        this.requestId = requestId;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.INSTITUTION)
    @Operation(
            operationId = "confirmByCertificate",
            summary =
                    "Asks what the holder of an individual-number card is covered by on a day. With an Idempotency-Key a repeated request gives the first answer again.")
    @APIResponseSchema(
            value = ConfirmationAnswer.class,
            responseCode = "201",
            responseDescription = "The answer, with its confirmation number")
    @APIResponse(
            responseCode = "422",
            description =
                    "Some values cannot be accepted, or the certificate is not known, or has expired, is suspended or was revoked")
    @APIResponse(responseCode = "503", description = "Undetermined: eligibility cannot be found out right now")
    public Uni<RestResponse<ConfirmationAnswer>> confirm(
            @HeaderParam(IdempotencyKey.HEADER) String idempotencyKey, CertificateConfirmationRequest request) {
        InstitutionCode institution = caller.institution();
        CertificateQuestion question = CertificateQuestion.read(request, keys::of, JapanTime.today(clock));
        Submission submission = Submission.of(idempotencyKey, question.certificate(), request);
        Looker looker = Looker.institution(institution, requestId.value());
        return confirmations.confirm(institution, question, submission, looker).map(Created::of);
    }
}
