package jp.shikaku.inquiry.faq;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jp.shikaku.contracts.display.DisplayId;
import jp.shikaku.contracts.faq.FaqEntry;
import jp.shikaku.contracts.faq.RelatedContent;
import jp.shikaku.inquiry.content.ContentCheck;
import jp.shikaku.inquiry.content.ContentException;
import jp.shikaku.inquiry.content.ContentFile;

/** What makes a set of questions fit to publish. */
final class FaqRules {

    private FaqRules() {}

    /** @throws ContentException naming everything that is wrong */
    static void check(List<ContentFile<FaqEntry>> files) {
        ContentCheck check = new ContentCheck();
        List<String> ids = files.stream().map(file -> file.value().id()).toList();
        check.in(FaqLibrary.FOLDER).unique("id", ids);
        Set<String> known = new HashSet<>(ids);
        for (ContentFile<FaqEntry> file : files) {
            ContentCheck.FileCheck inFile = check.in(file.path());
            checkEntry(inFile, file.path(), file.value());
            checkLinks(inFile, file.value(), known);
        }
        check.finish();
    }

    private static void checkEntry(ContentCheck.FileCheck check, String path, FaqEntry entry) {
        check.slug("id", entry.id())
                .require(path.equals(FaqLibrary.FOLDER + "/" + entry.id() + ".yaml"), "id", "is not the file's name")
                .require(!entry.audience().isEmpty(), "audience", "is empty")
                .text("question", entry.question())
                .text("answer", entry.answer())
                .texts("nextSteps", entry.nextSteps())
                .sources(entry.sources())
                .require(entry.version() >= 1, "version", "counts from 1");
    }

    private static void checkLinks(ContentCheck.FileCheck check, FaqEntry entry, Set<String> known) {
        for (RelatedContent link : entry.related()) {
            boolean leadsSomewhere =
                    switch (link.kind()) {
                        case FAQ -> known.contains(link.id()) && !link.id().equals(entry.id());
                        case DISPLAY -> DisplayId.find(link.id()).isPresent();
                    };
            check.require(leadsSomewhere, "related", link.kind() + " “" + link.id() + "” leads nowhere");
        }
    }
}
