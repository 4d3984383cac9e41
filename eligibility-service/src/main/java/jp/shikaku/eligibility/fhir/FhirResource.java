package jp.shikaku.eligibility.fhir;

import java.time.Clock;
import java.util.Optional;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;

import jp.shikaku.contracts.confirmation.ConfirmationAnswer;
import jp.shikaku.contracts.confirmation.ConfirmationRequest;
import jp.shikaku.contracts.number.InstitutionCode;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.eligibility.audit.Looker;
import jp.shikaku.eligibility.confirmation.Confirmations;
import jp.shikaku.eligibility.confirmation.Question;
import jp.shikaku.eligibility.confirmation.Submission;
import jp.shikaku.kit.identity.Caller;
import jp.shikaku.kit.identity.Roles;
import jp.shikaku.kit.request.IdempotencyKey;
import jp.shikaku.kit.request.RequestId;

/**
 * FHIR R4. The same question, answer and record as at {@code /confirmations}. Described by its own CapabilityStatement, and so
 * not in the API description.
 */
@Path(FhirRefusals.PATH)
@Produces({R4.MEDIA_TYPE, MediaType.APPLICATION_JSON})
public class FhirResource {

    private final Confirmations confirmations;
    private final FhirJson json;
    private final Caller caller;
    private final RequestId requestId;
    private final Clock clock;
    private final String version;

    FhirResource(
            Confirmations confirmations,
            FhirJson json,
            Caller caller,
            RequestId requestId,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.confirmations = confirmations;
        this.json = json;
        this.caller = caller;
        this.requestId = requestId;
        this.clock = clock;
        this.version = version;
    }

    @GET
    @Path("/metadata")
    @PermitAll
    @Operation(hidden = true)
    public byte[] metadata() {
        return json.write(CapabilityStatement.ofThisService(version));
    }

    @POST
    @Path("/CoverageEligibilityRequest/$submit")
    @Consumes({R4.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed(Roles.INSTITUTION)
    @Operation(hidden = true)
    public Uni<byte[]> submit(@HeaderParam(IdempotencyKey.HEADER) String idempotencyKey, byte[] body) {
        InstitutionCode institution = caller.institution();
        EligibilityRequest asked =
                EligibilityRequestReader.read(RequestTree.of(json.read(body)), JapanTime.today(clock));
        return confirm(institution, asked.request(), asked.question(), idempotencyKey)
                .map(answer -> json.write(ResponseMapping.response(answer, asked, institution)));
    }

    /** For clients that only know how to create: what is created here is the response. */
    @POST
    @Path("/CoverageEligibilityRequest")
    @Consumes({R4.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed(Roles.INSTITUTION)
    @Operation(hidden = true)
    public Uni<byte[]> create(@HeaderParam(IdempotencyKey.HEADER) String idempotencyKey, byte[] body) {
        return submit(idempotencyKey, body);
    }

    @GET
    @Path("/Coverage")
    @RolesAllowed(Roles.INSTITUTION)
    @Operation(hidden = true)
    public Uni<byte[]> coverages(@Context UriInfo uri) {
        InstitutionCode institution = caller.institution();
        CoverageSearch search = CoverageSearch.read(uri.getQueryParameters(), JapanTime.today(clock));
        return confirm(institution, search.request(), search.question(), null)
                .map(answer -> json.write(search.found(answer, requestId.value())));
    }

    private Uni<ConfirmationAnswer> confirm(
            InstitutionCode institution, ConfirmationRequest request, Question question, String idempotencyKey) {
        return confirmations.confirm(
                institution, question, Submission.of(idempotencyKey, request), looker(institution));
    }

    private Looker looker(InstitutionCode institution) {
        return new Looker(Roles.INSTITUTION, institution.value(), Optional.empty(), requestId.value());
    }
}
