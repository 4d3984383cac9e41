package jp.shikaku.inquiry.site;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

import jp.shikaku.contracts.faq.FaqAnswers;
import jp.shikaku.contracts.faq.FaqAudience;
import jp.shikaku.contracts.faq.FaqEntry;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.text.LocalizedText;
import jp.shikaku.inquiry.display.DisplayGuide;
import jp.shikaku.inquiry.faq.search.FaqSearch;
import jp.shikaku.inquiry.faq.search.FaqShelf;
import jp.shikaku.kit.page.Frame;
import jp.shikaku.kit.page.Pages;

/** The questions: all of them by topic, those that answer what is asked, and each by itself. */
@Path("/{language:ja|en}/faq")
@Produces(MediaType.TEXT_HTML)
@PermitAll
public class FaqPages {

    private static final int MOST = 200;
    private static final int FOUND = 10;

    /** Longer than anybody says in one breath; what is beyond is not searched for. */
    private static final int LONGEST_SEARCH = 200;

    private final Pages pages;
    private final FaqSearch search;
    private final FaqShelf shelf;
    private final DisplayGuide displays;

    FaqPages(Pages pages, FaqSearch search, FaqShelf shelf, DisplayGuide displays) {
        this.pages = pages;
        this.search = search;
        this.shelf = shelf;
        this.displays = displays;
    }

    /** A link from an answer to more. */
    record More(String path, LocalizedText text) {}

    /** What was searched for, and for whom; empty texts for everything and everybody. */
    record Asked(String q, String audience) {

        static Asked of(String q, String audience) {
            String words = q == null ? "" : q.strip();
            return new Asked(
                    words.substring(0, Math.min(words.length(), LONGEST_SEARCH)),
                    audience(audience).map(Enum::name).orElse("").toLowerCase(Locale.ROOT));
        }

        static Optional<FaqAudience> audience(String text) {
            return text == null
                    ? Optional.empty()
                    : Arrays.stream(FaqAudience.values())
                            .filter(audience -> audience.name().equalsIgnoreCase(text))
                            .findFirst();
        }
    }

    @CheckedTemplate(basePath = "site")
    static class Templates {

        static native TemplateInstance faq(Frame p, Asked asked, FaqAnswers answers, List<Topic> topics);

        static native TemplateInstance faq$results(Frame p, FaqAnswers answers);

        static native TemplateInstance question(Frame p, FaqEntry entry, LocalizedText topic, List<More> more);
    }

    @GET
    public TemplateInstance list(@QueryParam("q") String q, @QueryParam("audience") String audience) {
        Asked asked = Asked.of(q, audience);
        FaqAudience reader = Asked.audience(audience).orElse(null);
        if (asked.q().isEmpty()) {
            List<Topic> topics = pages.isForPart()
                    ? List.of()
                    : Topic.of(answers(null, reader, MOST).items());
            FaqAnswers nothing = new FaqAnswers(List.of(), null, null);
            return pages.isForPart()
                    ? Templates.faq$results(pages.frame(), nothing)
                    : Templates.faq(pages.frame(), asked, nothing, topics);
        }
        FaqAnswers answers = answers(asked.q(), reader, FOUND);
        return pages.isForPart()
                ? Templates.faq$results(pages.frame(), answers)
                : Templates.faq(pages.frame(), asked, answers, List.of());
    }

    private FaqAnswers answers(String words, FaqAudience reader, int limit) {
        return search.answer(new FaqSearch.Question(words, reader, null, pages.language(), null, limit));
    }

    @GET
    @Path("/{id}")
    public TemplateInstance one(String id) {
        FaqEntry entry = shelf.find(id).orElseThrow(ProblemType.FAQ_NOT_FOUND::exception);
        List<More> more = entry.related().stream()
                .map(link -> switch (link.kind()) {
                    case FAQ -> shelf.find(link.id()).map(other -> new More("/faq/" + other.id(), other.question()));
                    case DISPLAY ->
                        displays.find(link.id())
                                .map(display -> new More(
                                        display.id().path(),
                                        new LocalizedText(
                                                "画面の表示「" + display.screen().ja() + "」",
                                                "The screen says “"
                                                        + display.screen().en() + "”")));
                })
                .flatMap(Optional::stream)
                .toList();
        return Templates.question(pages.frame(), entry, Topic.name(entry.topic()), more);
    }
}
