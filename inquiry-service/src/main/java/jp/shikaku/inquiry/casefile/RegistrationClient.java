package jp.shikaku.inquiry.casefile;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

import jp.shikaku.contracts.progress.Progress;
import jp.shikaku.kit.identity.ServiceTokenFilter;
import jp.shikaku.kit.request.RequestId;
import jp.shikaku.kit.trace.TraceRelay;

/** The registration service, as far as the hotline needs it. */
@RegisterRestClient(configKey = "registration")
@RegisterProvider(ServiceTokenFilter.class)
@RegisterProvider(TraceRelay.class)
@RegisterProvider(TolerantReader.class)
@Path("/progress")
interface RegistrationClient {

    /** Exactly one of the keys; the other {@code null}. */
    @GET
    Uni<Progress> progress(
            @QueryParam("personKey") String personKey,
            @QueryParam("subjectKey") String subjectKey,
            @HeaderParam(RequestId.HEADER) String requestId);
}
