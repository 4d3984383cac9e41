package jp.shikaku.registration.linkage;

import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;

import jp.shikaku.kit.identity.ServiceTokenFilter;

/** Where eligibility takes what is cleared. */
@RegisterRestClient(configKey = "eligibility")
@RegisterProvider(ServiceTokenFilter.class)
@Path("/coverages/{enrolmentId}/versions/{version}")
interface EligibilityClient {

    /** @param coverage a {@code CoverageVersion} in the JSON in which it was cleared */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    Uni<RestResponse<Void>> apply(
            @PathParam("enrolmentId") UUID enrolmentId, @PathParam("version") int version, String coverage);
}
