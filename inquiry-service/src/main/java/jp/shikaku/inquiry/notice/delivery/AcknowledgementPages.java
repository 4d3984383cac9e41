package jp.shikaku.inquiry.notice.delivery;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.RestResponse;

import jp.shikaku.contracts.notice.NoticeAcknowledgement;
import jp.shikaku.kit.page.Frame;
import jp.shikaku.kit.page.Pages;

/** The page behind the link of a mail. Who has the link is who it was sent to; only the button acknowledges. */
@Path("/{language:ja|en}/notice-acknowledgements")
@Produces(MediaType.TEXT_HTML)
@PermitAll
public class AcknowledgementPages {

    private final Pages pages;
    private final Acknowledgements acknowledgements;

    AcknowledgementPages(Pages pages, Acknowledgements acknowledgements) {
        this.pages = pages;
        this.acknowledgements = acknowledgements;
    }

    @CheckedTemplate(basePath = "notice")
    static class Templates {

        static native TemplateInstance acknowledgement(Frame p, NoticeAcknowledgement about);
    }

    @GET
    @Path("/{token}")
    public Uni<RestResponse<TemplateInstance>> look(String token) {
        Frame frame = pages.frameWithForm();
        return acknowledgements.look(token).map(about -> RestResponse.ResponseBuilder.ok(
                        Templates.acknowledgement(frame, about))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build());
    }

    @POST
    @Path("/{token}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<RestResponse<TemplateInstance>> acknowledge(String token) {
        Frame frame = pages.frameWithForm();
        return acknowledgements.acknowledge(token).map(about -> Pages.onTo(frame, "/notice-acknowledgements/" + token));
    }
}
