package jp.shikaku.registration.certificate;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;

import jp.shikaku.contracts.certificate.BoundCertificates;
import jp.shikaku.kit.identity.ServiceTokenFilter;
import jp.shikaku.kit.request.RequestId;
import jp.shikaku.kit.trace.TraceRelay;

/** Where eligibility takes in whose a certificate is. */
@RegisterRestClient(configKey = "eligibility")
@RegisterProvider(ServiceTokenFilter.class)
@RegisterProvider(TraceRelay.class)
@Path("/certificates")
interface EligibilityClient {

    /** @return a {@code BindingResult}, or a problem */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    Uni<RestResponse<String>> apply(BoundCertificates certificates, @HeaderParam(RequestId.HEADER) String requestId);
}
