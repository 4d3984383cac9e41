package jp.shikaku.inquiry.casefile;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

import jp.shikaku.contracts.audit.OnBehalfOf;
import jp.shikaku.contracts.confirmation.ConfirmationStanding;
import jp.shikaku.kit.identity.ServiceTokenFilter;
import jp.shikaku.kit.request.RequestId;
import jp.shikaku.kit.trace.TraceRelay;

/** The eligibility service, as far as the hotline needs it. */
@RegisterRestClient(configKey = "eligibility")
@RegisterProvider(ServiceTokenFilter.class)
@RegisterProvider(TraceRelay.class)
@RegisterProvider(TolerantReader.class)
@Path("/confirmations")
interface EligibilityClient {

    @GET
    @Path("/{number}/standing")
    Uni<ConfirmationStanding> standing(
            @PathParam("number") String number,
            @HeaderParam(OnBehalfOf.HEADER) String onBehalfOf,
            @HeaderParam(RequestId.HEADER) String requestId);
}
