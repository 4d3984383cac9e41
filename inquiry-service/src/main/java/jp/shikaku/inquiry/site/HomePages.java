package jp.shikaku.inquiry.site;

import java.time.Clock;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;

import jp.shikaku.contracts.display.DisplayExplanation;
import jp.shikaku.contracts.faq.FaqAudience;
import jp.shikaku.contracts.faq.FaqFinding;
import jp.shikaku.contracts.hotline.LineNow;
import jp.shikaku.contracts.notice.Notice;
import jp.shikaku.inquiry.display.DisplayGuide;
import jp.shikaku.inquiry.faq.search.FaqSearch;
import jp.shikaku.inquiry.hotline.HotlineDirectory;
import jp.shikaku.inquiry.notice.NoticeResource;
import jp.shikaku.kit.page.Frame;
import jp.shikaku.kit.page.Pages;

/** The first page: search, what the screen says, whether the hotline answers, what is new. */
@Path("/{language:ja|en}")
@Produces(MediaType.TEXT_HTML)
@PermitAll
public class HomePages {

    private static final int QUESTIONS = 6;
    private static final int NOTICES = 3;

    private final Pages pages;
    private final FaqSearch search;
    private final DisplayGuide displays;
    private final HotlineDirectory hotline;
    private final NoticeResource notices;
    private final Clock clock;

    HomePages(
            Pages pages,
            FaqSearch search,
            DisplayGuide displays,
            HotlineDirectory hotline,
            NoticeResource notices,
            Clock clock) {
        this.pages = pages;
        this.search = search;
        this.displays = displays;
        this.hotline = hotline;
        this.notices = notices;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "site")
    static class Templates {

        static native TemplateInstance home(
                Frame p,
                LineNow line,
                List<DisplayExplanation> displays,
                List<FaqFinding> questions,
                List<Notice> notices);
    }

    @GET
    @Blocking // the questions may have to be read first
    public Uni<TemplateInstance> home() {
        FaqSearch.Question mostAsked =
                new FaqSearch.Question(null, FaqAudience.PUBLIC, null, pages.language(), null, QUESTIONS);
        List<FaqFinding> questions = search.answer(mostAsked).items();
        LineNow main = new LineNow(hotline.main().line(), hotline.main().at(clock.instant()));
        Frame frame = pages.frame();
        return notices.all()
                .map(all -> Templates.home(
                        frame,
                        main,
                        displays.all(),
                        questions,
                        all.stream().limit(NOTICES).toList()));
    }
}
