package jp.shikaku.registration.resident;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

import jp.shikaku.contracts.resident.ResidentAnswers;
import jp.shikaku.contracts.resident.ResidentInquiry;

/** The line to the resident register. Who may use it is a matter of certificates (the TLS configuration). */
@RegisterRestClient(configKey = "resident-register")
@Path("/")
interface RegisterClient {

    int TOO_MANY_REQUESTS = 429;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    Uni<ResidentAnswers> ask(ResidentInquiry inquiry);

    /** What a refusal says in its body is left unread: it may repeat what was asked. */
    @ClientExceptionMapper
    static RuntimeException refusal(Response response) {
        int status = response.getStatus();
        boolean lasting = status < 500 && status != TOO_MANY_REQUESTS;
        return new UnusableAnswerException("status " + status, !lasting);
    }
}
