package jp.shikaku.inquiry.site;

import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;

import jp.shikaku.contracts.notice.Notice;
import jp.shikaku.contracts.notice.NoticeVersion;
import jp.shikaku.inquiry.notice.NoticeResource;
import jp.shikaku.kit.page.Frame;
import jp.shikaku.kit.page.Pages;

/** The notices of the authorities. */
@Path("/{language:ja|en}/notices")
@Produces(MediaType.TEXT_HTML)
@PermitAll
public class NoticePages {

    private final Pages pages;
    private final NoticeResource published;

    NoticePages(Pages pages, NoticeResource published) {
        this.pages = pages;
        this.published = published;
    }

    @CheckedTemplate(basePath = "site")
    static class Templates {

        static native TemplateInstance notices(Frame p, List<Notice> notices);

        static native TemplateInstance notice(Frame p, Notice notice, List<NoticeVersion> versions);
    }

    @GET
    public Uni<TemplateInstance> list() {
        Frame frame = pages.frame();
        return published.all().map(notices -> Templates.notices(frame, notices));
    }

    /** Also one that was withdrawn: whoever was sent its address has to read that it holds no more. */
    @GET
    @Path("/{id}")
    public Uni<TemplateInstance> one(String id) {
        Frame frame = pages.frame();
        return published
                .one(id)
                .flatMap(notice -> published.versions(id).map(versions -> Templates.notice(frame, notice, versions)));
    }
}
