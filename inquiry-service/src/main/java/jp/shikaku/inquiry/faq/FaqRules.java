package jp.shikaku.inquiry.faq;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import jp.shikaku.contracts.display.DisplayId;
import jp.shikaku.contracts.faq.FaqEntry;
import jp.shikaku.contracts.faq.FaqTopic;
import jp.shikaku.contracts.faq.RelatedContent;
import jp.shikaku.inquiry.content.ContentCheck;

/** What makes a set of questions fit to publish, whether they come from files or from an editor. */
final class FaqRules {

    private FaqRules() {}

    /** What holds for one entry by itself. */
    static void checkEntry(ContentCheck.FileCheck check, FaqEntry entry) {
        check.slug("id", entry.id())
                .require(!entry.audience().isEmpty(), "audience", "is empty")
                .text("question", entry.question())
                .text("answer", entry.answer())
                .texts("nextSteps", entry.nextSteps())
                .sources(entry.sources())
                .require(entry.version() >= 1, "version", "counts from 1")
                .require(
                        entry.effectiveUntil() == null || entry.effectiveUntil().isAfter(entry.effectiveFrom()),
                        "effectiveUntil",
                        "is not after effectiveFrom");
        check.unique("askedAs.ja", entry.askedAs().ja())
                .unique("askedAs.en", entry.askedAs().en())
                .unique(
                        "related",
                        entry.related().stream()
                                .map(link -> link.kind() + " " + link.id())
                                .toList());
    }

    /** What holds for the entries together: links lead somewhere, every entry can be reached, every topic is covered. */
    static void checkTogether(ContentCheck check, Collection<FaqEntry> entries, Function<String, String> pathOf) {
        Map<String, FaqEntry> known =
                entries.stream().collect(Collectors.toMap(FaqEntry::id, Function.identity(), (one, other) -> one));
        Set<String> linked = new HashSet<>();
        for (FaqEntry entry : entries) {
            ContentCheck.FileCheck inFile = check.in(pathOf.apply(entry.id()));
            entry.related().forEach(link -> checkLink(inFile, entry, link, known));
            entry.related().stream()
                    .filter(link -> link.kind() == RelatedContent.Target.FAQ)
                    .forEach(link -> linked.add(link.id()));
        }
        for (FaqEntry entry : entries) {
            check.in(pathOf.apply(entry.id())).require(linked.contains(entry.id()), "id", "no other entry leads here");
        }
        Set<FaqTopic> covered = entries.stream().map(FaqEntry::topic).collect(Collectors.toSet());
        for (FaqTopic topic : FaqTopic.values()) {
            check.in(FaqLibrary.FOLDER).require(covered.contains(topic), "topic", topic + " has no entry");
        }
    }

    /** A reader who follows a link finds something written for them. */
    private static void checkLink(
            ContentCheck.FileCheck check, FaqEntry entry, RelatedContent link, Map<String, FaqEntry> known) {
        String name = link.kind() + " “" + link.id() + "”";
        switch (link.kind()) {
            case DISPLAY -> check.require(DisplayId.find(link.id()).isPresent(), "related", name + " leads nowhere");
            case FAQ -> {
                FaqEntry target = link.id().equals(entry.id()) ? null : known.get(link.id());
                check.require(target != null, "related", name + " leads nowhere");
                check.require(
                        target == null || !Collections.disjoint(target.audience(), entry.audience()),
                        "related",
                        name + " is for nobody who reads this");
            }
        }
    }

    /** Every source an entry names is known, and none is kept that no entry names. */
    static void checkSources(ContentCheck check, List<FaqFile> files, Set<String> known) {
        Set<String> unused = new HashSet<>(known);
        for (FaqFile file : files) {
            ContentCheck.FileCheck inFile = check.in(FaqLibrary.path(file.id()));
            file.sources()
                    .forEach(id -> inFile.require(known.contains(id), "sources", "“" + id + "” is no known source"));
            inFile.unique("sources", file.sources());
            file.sources().forEach(unused::remove);
        }
        unused.forEach(id -> check.in(SourceCatalogue.FILE).require(false, "id", "“" + id + "” is used by no entry"));
    }
}
