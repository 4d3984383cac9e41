package jp.shikaku.registration.mislink;

import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;

import jp.shikaku.contracts.audit.OnBehalfOf;
import jp.shikaku.kit.identity.ServiceTokenFilter;
import jp.shikaku.kit.request.RequestId;
import jp.shikaku.kit.trace.TraceRelay;

/** The eligibility service, as far as a suspected wrong link needs it. */
@RegisterRestClient(configKey = "eligibility")
@RegisterProvider(ServiceTokenFilter.class)
@RegisterProvider(TraceRelay.class)
@Path("/")
interface EligibilityClient {

    /** @return a {@code ShownEnrolment}, or a problem */
    @GET
    @Path("confirmations/{number}/enrolment")
    Uni<RestResponse<String>> shownEnrolment(
            @PathParam("number") String number,
            @HeaderParam(OnBehalfOf.HEADER) String onBehalfOf,
            @HeaderParam(RequestId.HEADER) String requestId);

    /** @return a {@code Page} of {@code Look}, or a problem */
    @GET
    @Path("looks")
    Uni<RestResponse<String>> looks(
            @QueryParam("enrolmentId") UUID enrolmentId,
            @QueryParam("since") String since,
            @QueryParam("after") UUID after,
            @QueryParam("limit") int limit,
            @HeaderParam(OnBehalfOf.HEADER) String onBehalfOf,
            @HeaderParam(RequestId.HEADER) String requestId);
}
