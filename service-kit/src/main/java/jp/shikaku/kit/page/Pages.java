package jp.shikaku.kit.page;

import java.util.Locale;

import jakarta.enterprise.context.RequestScoped;

import io.vertx.core.http.HttpServerRequest;

import jp.shikaku.kit.request.PagePath;

/** Makes the frame of the page that is asked for. */
@RequestScoped
public class Pages {

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

    private String here() {
        String path = PagePath.withinLanguage(request.path());
        return request.query() == null || !request.method().name().equals("GET") ? path : path + "?" + request.query();
    }
}
