package jp.shikaku.registration.linkage;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;

import jp.shikaku.contracts.linkage.CoverageBatch;
import jp.shikaku.kit.identity.ServiceTokenFilter;

/** Where eligibility takes what is cleared. */
@RegisterRestClient(configKey = "eligibility")
@RegisterProvider(ServiceTokenFilter.class)
@Path("/coverages")
interface EligibilityClient {

    /** @return JSON, of the batch or of a problem */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    Uni<RestResponse<String>> apply(CoverageBatch batch);
}
