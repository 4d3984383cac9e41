package jp.shikaku.eligibility.hotline;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What inquiry tells anybody about the telephone lines. */
@RegisterRestClient(configKey = "inquiry")
@Path("/hotline")
interface InquiryClient {

    /** @return JSON, a list of {@code LineNow} */
    @GET
    @Path("/now")
    Uni<String> now();
}
