package jp.shikaku.contracts.faq;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.annotation.JsonInclude;

import jp.shikaku.contracts.source.SourceLink;
import jp.shikaku.contracts.text.LocalizedText;

/** What a version of a {@link FaqEntry} says; its fields are the entry's. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FaqContent(
        FaqTopic topic,
        Set<FaqAudience> audience,
        LocalizedText question,
        AskedAs askedAs,
        LocalizedText answer,
        List<LocalizedText> nextSteps,
        List<SourceLink> sources,
        LocalDate effectiveFrom,
        LocalDate effectiveUntil,
        List<RelatedContent> related) {

    public FaqContent {
        Objects.requireNonNull(topic, "topic");
        audience = Collections.unmodifiableSet(new TreeSet<>(audience));
        Objects.requireNonNull(question, "question");
        Objects.requireNonNull(askedAs, "askedAs");
        Objects.requireNonNull(answer, "answer");
        nextSteps = List.copyOf(nextSteps);
        sources = List.copyOf(sources);
        Objects.requireNonNull(effectiveFrom, "effectiveFrom");
        related = List.copyOf(related);
    }

    /** The entry {@code id} with this content, as its version {@code version}. */
    public FaqEntry asVersion(String id, int version) {
        return new FaqEntry(
                id,
                topic,
                audience,
                question,
                askedAs,
                answer,
                nextSteps,
                sources,
                effectiveFrom,
                effectiveUntil,
                version,
                related);
    }
}
