package jp.shikaku.kit.page;

import java.net.URI;
import java.util.Locale;

import jakarta.enterprise.context.RequestScoped;

import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import org.jboss.resteasy.reactive.RestResponse;

import jp.shikaku.kit.request.PagePath;

/** Makes the frame of the page that is asked for. */
@RequestScoped
public class Pages {

    private static final int UNPROCESSABLE = 422;

    private final HttpServerRequest request;
    private final Visit visit;
    private final FormTokens tokens;
    private final Frames frames;

    Pages(HttpServerRequest request, Visit visit, FormTokens tokens, Frames frames) {
        this.request = request;
        this.visit = visit;
        this.tokens = tokens;
        this.frames = frames;
    }

    /** The frame of a page that has no form of its own. */
    public Frame frame() {
        return frames.of(language(), here(), visit.visitor(), visit.visitor() == null ? "" : tokens.of(request));
    }

    /** The frame of a page with a form. Who has not signed in gets a cookie that the form's token is bound to. */
    public Frame frameWithForm() {
        return frames.of(language(), here(), visit.visitor(), tokens.of(request));
    }

    /** The language of the page, which its address says. */
    public Locale language() {
        return PagePath.language(request.path()).orElse(Locale.JAPANESE);
    }

    /** Whether only a part of a page is asked for, to be put into one that is there. */
    public boolean isForPart() {
        return request.headers().contains("HX-Request");
    }

    /** The answer to a form that has to be mended: {@code page} shows what is wrong with it. */
    public static RestResponse<TemplateInstance> sentBack(TemplateInstance page) {
        return RestResponse.ResponseBuilder.<TemplateInstance>create(UNPROCESSABLE)
                .entity(page)
                .build();
    }

    /** The answer to a form that was taken: on to the page at {@code path}, in the language of {@code frame}. */
    public static RestResponse<TemplateInstance> onTo(Frame frame, String path) {
        return RestResponse.seeOther(URI.create(frame.link(path)));
    }

    private String here() {
        String path = PagePath.withinLanguage(request.path());
        return request.query() == null || !request.method().name().equals("GET") ? path : path + "?" + request.query();
    }
}
