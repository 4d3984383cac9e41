package jp.shikaku.kit.page;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

import jp.shikaku.contracts.problem.InvalidField;
import jp.shikaku.contracts.problem.Problem;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.text.LocalizedText;
import jp.shikaku.kit.problem.RefusalForm;
import jp.shikaku.kit.request.PagePath;

/** A refusal as a person reads it: what happened, and what to do next. */
@Singleton
@Priority(-1)
class ProblemPage implements RefusalForm {

    private static final String HTML = "text/html";

    private final Frames frames;

    ProblemPage(Frames frames) {
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "kit")
    static class Templates {

        static native TemplateInstance problem(Frame p, Problem problem, String nextStep);
    }

    /** Pages, and any other address that a person has typed: programs do not ask for HTML. */
    @Override
    public boolean isFor(String path, String accept) {
        return PagePath.isPage(path) || accept != null && accept.contains(HTML);
    }

    @Override
    public String mediaType() {
        return HTML + ";charset=UTF-8";
    }

    @Override
    public byte[] write(Problem problem, ProblemType type, List<InvalidField> invalid, Locale language) {
        // Where the page was is not known here, so the other language begins at the first page.
        Frame frame = frames.of(language, "", null, "");
        return Templates.problem(frame, problem, nextStep(type).in(language))
                .render()
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The catalogue speaks to programs; where that says nothing to a person, this does. */
    private static LocalizedText nextStep(ProblemType type) {
        return switch (type) {
            case PATH_UNKNOWN ->
                new LocalizedText(
                        "アドレスを確かめるか、最初のページからお探しください。", "Check the address, or look for it from the first page.");
            case TEMPORARILY_UNAVAILABLE ->
                new LocalizedText("少し待ってから、もう一度開いてください。", "Wait a little, then open this page again.");
            case INTERNAL_ERROR ->
                new LocalizedText(
                        "もう一度お試しください。続くときは、下の番号を添えて運用者にお知らせください。",
                        "Try again. If it happens again, tell the operator the number below.");
            case METHOD_NOT_ALLOWED, MALFORMED_JSON, MEDIA_TYPE_UNSUPPORTED, NOT_ACCEPTABLE, VALUES_INVALID ->
                new LocalizedText("前のページに戻り、入力を確かめてください。", "Go back and check what was entered.");
            default -> type.nextStep();
        };
    }
}
