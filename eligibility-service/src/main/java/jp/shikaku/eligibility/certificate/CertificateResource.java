package jp.shikaku.eligibility.certificate;

import java.util.List;

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
import jp.shikaku.contracts.certificate.BoundCertificate;
import jp.shikaku.contracts.certificate.BoundCertificates;
import jp.shikaku.contracts.certificate.CertificateBindingsRequest;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.kit.identity.Roles;

/** Where registration, which alone can make the key of a person, passes on whose a certificate is. */
@Path("/certificates")
@Tag(name = "certificate")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CertificateResource {

    private final CertificateStore store;

    CertificateResource(CertificateStore store) {
        this.store = store;
    }

    @POST
    @RolesAllowed(Roles.SERVICE)
    @Operation(
            operationId = "applyCertificates",
            summary =
                    "Takes in whose up to 200 certificates are, until when, and whether they are in force. All are durable when this is answered. Repeating it changes nothing; an older version changes nothing.")
    @APIResponse(responseCode = "422", description = "None, or too many: nothing was applied")
    public Uni<BindingResult> apply(BoundCertificates said) {
        List<BoundCertificate> certificates = said == null ? List.of() : said.certificates();
        if (certificates.isEmpty() || certificates.size() > CertificateBindingsRequest.MAX) {
            ValueReader reader = new ValueReader();
            reader.refuse("/certificates", ValueFault.BATCH_SIZE);
            reader.refuseIfAnyInvalid();
        }
        return store.apply(certificates).map(BindingResult::new);
    }
}
