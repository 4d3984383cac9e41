package jp.shikaku.inquiry.notice.delivery;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import jp.shikaku.contracts.notice.NoticeAcknowledgement;
import jp.shikaku.kit.problem.CallerLanguage;

/**
 * Where the link of a mail leads. Public: who has the link is who it was sent to. Looking changes nothing, since mail
 * scanners open every link; only the button acknowledges.
 */
@Path("/notice-acknowledgements/{token}")
@Tag(name = "notice")
@PermitAll
public class NoticeAcknowledgementResource {

    /** Who says nothing gets JSON; browsers ask for a page. */
    private static final String PAGE_IF_ASKED_FOR = MediaType.TEXT_HTML + ";qs=0.5";

    private final Acknowledgements acknowledgements;

    NoticeAcknowledgementResource(Acknowledgements acknowledgements) {
        this.acknowledgements = acknowledgements;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "readNoticeLink", summary = "What a link of a mail is about; acknowledges nothing")
    public Uni<NoticeAcknowledgement> look(String token) {
        return acknowledgements.look(token);
    }

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "acknowledgeNotice",
            summary = "Acknowledges a notice; repeated, the first time counts. No body is needed")
    public Uni<NoticeAcknowledgement> acknowledge(String token) {
        return acknowledgements.acknowledge(token);
    }

    /** A browser is led to the page, in its language. */
    @GET
    @Produces(PAGE_IF_ASKED_FOR)
    @Operation(hidden = true) // the same, for browsers
    public Response page(String token, @Context HttpHeaders headers) {
        String language = CallerLanguage.of(headers.getAcceptableLanguages()).getLanguage();
        return Response.seeOther(UriBuilder.fromPath("/{language}/notice-acknowledgements/{token}")
                        .build(language, token))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }
}
