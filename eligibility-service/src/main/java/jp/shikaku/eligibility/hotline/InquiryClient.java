package jp.shikaku.eligibility.hotline;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What inquiry tells anybody about the telephone lines. */
@RegisterRestClient(configKey = "inquiry")
@Path("/hotline")
@Produces(MediaType.APPLICATION_JSON) // else a text is asked for as plain text, which inquiry does not have
interface InquiryClient {

    /** @return JSON, a list of {@code LineNow} */
    @GET
    @Path("/now")
    Uni<String> now();
}
