package jp.shikaku.registration.certificate;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import jp.shikaku.contracts.certificate.BindingResult;
import jp.shikaku.contracts.certificate.CertificateBindingsRequest;
import jp.shikaku.kit.identity.Caller;
import jp.shikaku.kit.identity.Roles;
import jp.shikaku.kit.request.JsonBody;
import jp.shikaku.kit.request.RequestId;

/** Where the authority of certificates says whose they are. The individual number comes this far and no further (R5). */
@Path("/certificate-bindings")
@Tag(name = "certificate")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CertificateBindingResource {

    private final CertificateBindings bindings;
    private final Caller caller;
    private final RequestId requestId;

    CertificateBindingResource(CertificateBindings bindings, Caller caller, RequestId requestId) {
        this.bindings = bindings;
        this.caller = caller;
        this.requestId = requestId;
    }

    @POST
    @RolesAllowed(Roles.CERTIFIER)
    @Operation(
            operationId = "bindCertificates",
            summary =
                    "Says of up to 200 certificates whose they are, until when they are valid, and whether they are in force. All are durable when this is answered, and known to eligibility; repeating it changes nothing. Neither number is kept.")
    @APIResponse(responseCode = "422", description = "Some values cannot be accepted: nothing was applied")
    @APIResponse(responseCode = "503", description = "Eligibility cannot be reached: send the same again")
    public Uni<BindingResult> bind(CertificateBindingsRequest request) {
        caller.certifier(); // a token that does not say who this is comes no further
        JsonBody.required(request);
        return bindings.bind(request, requestId.value());
    }
}
