package jp.shikaku.registration.console;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

import jp.shikaku.kit.page.Frame;
import jp.shikaku.kit.page.Pages;

/** The first page: what this is for, and the ways in. */
@Path("/{language:ja|en}")
@Produces(MediaType.TEXT_HTML)
@PermitAll
public class ConsoleHomePages {

    private final Pages pages;

    ConsoleHomePages(Pages pages) {
        this.pages = pages;
    }

    @CheckedTemplate(basePath = "console")
    static class Templates {

        static native TemplateInstance home(Frame p);
    }

    @GET
    public TemplateInstance home() {
        return Templates.home(pages.frame());
    }
}
