package jp.shikaku.inquiry.site;

import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

import jp.shikaku.contracts.notice.Notice;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.inquiry.notice.NoticeBoard;
import jp.shikaku.kit.page.Frame;
import jp.shikaku.kit.page.Pages;

/** The notices of the authorities. */
@Path("/{language:ja|en}/notices")
@Produces(MediaType.TEXT_HTML)
@PermitAll
public class NoticePages {

    private final Pages pages;
    private final NoticeBoard board;

    NoticePages(Pages pages, NoticeBoard board) {
        this.pages = pages;
        this.board = board;
    }

    @CheckedTemplate(basePath = "site")
    static class Templates {

        static native TemplateInstance notices(Frame p, List<Notice> notices);

        static native TemplateInstance notice(Frame p, Notice notice);
    }

    @GET
    public TemplateInstance list() {
        return Templates.notices(pages.frame(), board.all());
    }

    @GET
    @Path("/{id}")
    public TemplateInstance one(String id) {
        return Templates.notice(pages.frame(), board.find(id).orElseThrow(ProblemType.NOTICE_NOT_FOUND::exception));
    }
}
