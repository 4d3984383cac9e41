package jp.shikaku.inquiry.faq;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import jp.shikaku.contracts.faq.AskedAs;
import jp.shikaku.contracts.faq.FaqAudience;
import jp.shikaku.contracts.faq.FaqEntry;
import jp.shikaku.contracts.faq.FaqTopic;
import jp.shikaku.contracts.faq.RelatedContent;
import jp.shikaku.contracts.text.LocalizedText;

/**
 * A question as its file holds it: as on the wire, but with the ids of its sources.
 *
 * @param sources ids in {@link SourceCatalogue}
 * @param effectiveUntil written in every file; {@code ~} when no such day is known
 */
record FaqFile(
        String id,
        FaqTopic topic,
        Set<FaqAudience> audience,
        LocalizedText question,
        AskedAs askedAs,
        LocalizedText answer,
        List<LocalizedText> nextSteps,
        List<String> sources,
        LocalDate effectiveFrom,
        LocalDate effectiveUntil,
        int version,
        List<RelatedContent> related) {

    FaqFile {
        Objects.requireNonNull(sources, "sources");
    }

    /** Sources that the catalogue lacks are left out: the check of the file has named them. */
    FaqEntry entry(SourceCatalogue catalogue) {
        return new FaqEntry(
                id,
                topic,
                audience,
                question,
                askedAs,
                answer,
                nextSteps,
                catalogue.links(sources),
                effectiveFrom,
                effectiveUntil,
                version,
                related);
    }
}
