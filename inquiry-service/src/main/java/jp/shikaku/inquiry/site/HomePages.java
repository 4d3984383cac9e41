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

import jp.shikaku.contracts.display.DisplayExplanation;
import jp.shikaku.contracts.faq.FaqAudience;
import jp.shikaku.contracts.faq.FaqFinding;
import jp.shikaku.contracts.hotline.LineNow;
import jp.shikaku.contracts.notice.Notice;
import jp.shikaku.inquiry.display.DisplayGuide;
import jp.shikaku.inquiry.faq.search.FaqSearch;
import jp.shikaku.inquiry.hotline.HotlineDirectory;
import jp.shikaku.inquiry.notice.NoticeBoard;
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
    private final NoticeBoard notices;
    private final Clock clock;

    HomePages(
            Pages pages,
            FaqSearch search,
            DisplayGuide displays,
            HotlineDirectory hotline,
            NoticeBoard notices,
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
    public TemplateInstance home() {
        FaqSearch.Question mostAsked =
                new FaqSearch.Question(null, FaqAudience.PUBLIC, null, pages.language(), null, QUESTIONS);
        LineNow main = new LineNow(hotline.main().line(), hotline.main().at(clock.instant()));
        return Templates.home(
                pages.frame(),
                main,
                displays.all(),
                search.answer(mostAsked).items(),
                notices.all().stream().limit(NOTICES).toList());
    }
}
