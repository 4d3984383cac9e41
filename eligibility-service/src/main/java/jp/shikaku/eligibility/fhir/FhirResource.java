package jp.shikaku.eligibility.fhir;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;

import jp.shikaku.contracts.confirmation.ConfirmationAnswer;
import jp.shikaku.contracts.number.ConfirmationNumber;
import jp.shikaku.contracts.number.InstitutionCode;
import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.eligibility.audit.Looker;
import jp.shikaku.eligibility.certificate.CertificateKeys;
import jp.shikaku.eligibility.confirmation.Confirmations;
import jp.shikaku.eligibility.confirmation.Question;
import jp.shikaku.eligibility.confirmation.Submission;
import jp.shikaku.kit.identity.Caller;
import jp.shikaku.kit.identity.Roles;
import jp.shikaku.kit.problem.CallerLanguage;
import jp.shikaku.kit.request.IdempotencyKey;
import jp.shikaku.kit.request.RequestId;

/**
 * FHIR R4. The same question, answer and record as at {@code /confirmations}. FHIR describes itself by a CapabilityStatement, so
 * this is not in the API description.
 */
@Path(FhirRefusals.PATH)
@Produces({R4.MEDIA_TYPE, MediaType.APPLICATION_JSON})
public class FhirResource {

    private final Confirmations confirmations;
    private final FhirJson json;
    private final CertificateKeys keys;
    private final Caller caller;
    private final RequestId requestId;
    private final Clock clock;
    private final String version;

    FhirResource(
            Confirmations confirmations,
            FhirJson json,
            CertificateKeys keys,
            Caller caller,
            RequestId requestId,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.confirmations = confirmations;
        this.json = json;
        this.keys = keys;
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
    public Uni<byte[]> submit(
            @HeaderParam(IdempotencyKey.HEADER) String idempotencyKey, @Context HttpHeaders headers, byte[] body) {
        return answer(idempotencyKey, headers, body).map(json::write);
    }

    /** Many clients escape the dollar sign, which RFC 3986 leaves to them. */
    @POST
    @Path("/CoverageEligibilityRequest/%24submit")
    @Consumes({R4.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed(Roles.INSTITUTION)
    @Operation(hidden = true)
    public Uni<byte[]> submitEscaped(
            @HeaderParam(IdempotencyKey.HEADER) String idempotencyKey, @Context HttpHeaders headers, byte[] body) {
        return submit(idempotencyKey, headers, body);
    }

    /** For clients that only know how to create: what is created here, and can be read again, is the response. */
    @POST
    @Path("/CoverageEligibilityRequest")
    @Consumes({R4.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed(Roles.INSTITUTION)
    @Operation(hidden = true)
    public Uni<Response> create(
            @HeaderParam(IdempotencyKey.HEADER) String idempotencyKey, @Context HttpHeaders headers, byte[] body) {
        return answer(idempotencyKey, headers, body).map(response -> Response.created(
                        URI.create(FhirRefusals.PATH + "/CoverageEligibilityResponse/" + response.id()))
                .entity(json.write(response))
                .build());
    }

    /** One of the caller's own answers, as far as it may still be shown. */
    @GET
    @Path("/CoverageEligibilityResponse/{id}")
    @RolesAllowed(Roles.INSTITUTION)
    @Operation(hidden = true)
    public Uni<byte[]> response(String id, @Context HttpHeaders headers) {
        InstitutionCode institution = caller.institution();
        return reread(institution, id)
                .map(answer -> json.write(
                        ResponseMapping.response(answer, Asked.earlier(answer), institution, language(headers))));
    }

    /** The coverage that one of the caller's own answers showed, unless it may not be shown any more. */
    @GET
    @Path("/Coverage/{id}")
    @RolesAllowed(Roles.INSTITUTION)
    @Operation(hidden = true)
    public Uni<byte[]> coverage(String id) {
        return reread(caller.institution(), id).map(answer -> {
            if (answer.coverage() == null) {
                throw ProblemType.CONFIRMATION_NOT_FOUND.exception();
            }
            return json.write(CoverageMapping.ofItsOwn(answer));
        });
    }

    @GET
    @Path("/Coverage")
    @RolesAllowed(Roles.INSTITUTION)
    @Operation(hidden = true)
    public Uni<byte[]> coverages(@Context UriInfo uri, @Context HttpHeaders headers) {
        return search(uri.getQueryParameters(), headers);
    }

    /** The same search with the card in the body, where no log of addresses sees it. */
    @POST
    @Path("/Coverage/_search")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.INSTITUTION)
    @Operation(hidden = true)
    public Uni<byte[]> search(@Context UriInfo uri, @Context HttpHeaders headers, MultivaluedMap<String, String> form) {
        MultivaluedMap<String, String> both = new MultivaluedHashMap<>();
        uri.getQueryParameters().forEach(both::addAll);
        form.forEach(both::addAll);
        return search(both, headers);
    }

    private Uni<CoverageEligibilityResponse> answer(String idempotencyKey, HttpHeaders headers, byte[] body) {
        InstitutionCode institution = caller.institution();
        EligibilityRequest request =
                EligibilityRequestReader.read(RequestTree.of(json.read(body)), keys::of, JapanTime.today(clock));
        Locale language = language(headers);
        return confirm(institution, request.question(), request.submission().apply(idempotencyKey))
                .map(answer -> ResponseMapping.response(answer, Asked.with(request, answer), institution, language));
    }

    private Uni<byte[]> search(Map<String, List<String>> parameters, HttpHeaders headers) {
        InstitutionCode institution = caller.institution();
        CoverageSearch search = CoverageSearch.read(parameters, JapanTime.today(clock));
        Locale language = language(headers);
        return confirm(institution, search.question(), Submission.of(null, search.request()))
                .map(answer -> json.write(search.found(answer, requestId.value(), language)));
    }

    private Uni<ConfirmationAnswer> confirm(InstitutionCode institution, Question question, Submission submission) {
        return confirmations.confirm(institution, question, submission, looker(institution));
    }

    private Uni<ConfirmationAnswer> reread(InstitutionCode institution, String id) {
        try {
            return confirmations.reread(institution, ConfirmationNumber.of(id), looker(institution));
        } catch (InvalidValueException e) {
            throw ProblemType.CONFIRMATION_NOT_FOUND.exception();
        }
    }

    private Looker looker(InstitutionCode institution) {
        return Looker.institution(institution, requestId.value());
    }

    private static Locale language(HttpHeaders headers) {
        return CallerLanguage.of(headers.getAcceptableLanguages());
    }
}
