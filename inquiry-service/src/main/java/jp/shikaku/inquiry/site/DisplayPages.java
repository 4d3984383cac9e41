package jp.shikaku.inquiry.site;

import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

import jp.shikaku.contracts.display.DisplayExplanation;
import jp.shikaku.contracts.display.ResponsibleParty;
import jp.shikaku.contracts.faq.FaqFinding;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.text.LocalizedText;
import jp.shikaku.inquiry.display.DisplayGuide;
import jp.shikaku.inquiry.faq.search.FaqSearch;
import jp.shikaku.kit.page.Frame;
import jp.shikaku.kit.page.Pages;

/** What each display means, and what each party does about it. */
@Path("/{language:ja|en}/displays")
@Produces(MediaType.TEXT_HTML)
@PermitAll
public class DisplayPages {

    private static final int QUESTIONS = 8;

    private final Pages pages;
    private final DisplayGuide guide;
    private final FaqSearch search;

    DisplayPages(Pages pages, DisplayGuide guide, FaqSearch search) {
        this.pages = pages;
        this.guide = guide;
        this.search = search;
    }

    /** What one party does, in order. */
    record Steps(String anchor, LocalizedText party, List<LocalizedText> steps) {}

    /** One reason, and who ends it. */
    record Cause(LocalizedText text, LocalizedText endedBy) {}

    @CheckedTemplate(basePath = "site")
    static class Templates {

        static native TemplateInstance displays(Frame p, List<DisplayExplanation> displays);

        static native TemplateInstance display(
                Frame p,
                DisplayExplanation display,
                List<Cause> causes,
                List<Steps> parties,
                List<FaqFinding> questions);
    }

    @GET
    public TemplateInstance list() {
        return Templates.displays(pages.frame(), guide.all());
    }

    @GET
    @Path("/{slug}")
    public TemplateInstance one(String slug) {
        DisplayExplanation display = guide.find(slug).orElseThrow(ProblemType.DISPLAY_NOT_FOUND::exception);
        List<Cause> causes = display.causes().stream()
                .map(cause -> new Cause(cause.text(), endedBy(cause.resolvedBy())))
                .toList();
        List<FaqFinding> questions = search.answer(
                        new FaqSearch.Question(null, null, display.id(), pages.language(), null, QUESTIONS))
                .items();
        return Templates.display(pages.frame(), display, causes, parties(display), questions);
    }

    private static List<Steps> parties(DisplayExplanation display) {
        return List.of(
                new Steps(
                        "patient",
                        new LocalizedText("患者さん", "Patients"),
                        display.steps().patient()),
                new Steps(
                        "desk",
                        new LocalizedText("医療機関・薬局の窓口", "Reception desks"),
                        display.steps().desk()),
                new Steps(
                        "employer",
                        new LocalizedText("事業主", "Employers"),
                        display.steps().employer()),
                new Steps(
                        "insurer",
                        new LocalizedText("保険者", "Insurers"),
                        display.steps().insurer()));
    }

    private static LocalizedText endedBy(ResponsibleParty party) {
        return switch (party) {
            case PATIENT -> new LocalizedText("ご本人の手続", "Up to the patient");
            case DESK -> new LocalizedText("窓口での再確認", "Up to the desk");
            case EMPLOYER -> new LocalizedText("事業主の届出", "Up to the employer");
            case INSURER -> new LocalizedText("保険者の登録", "Up to the insurer");
            case OPERATOR -> new LocalizedText("システムの復旧", "Up to the operator");
            case NOBODY -> new LocalizedText("手続不要", "Nothing to do");
        };
    }
}
