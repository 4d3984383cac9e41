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

/**
 * A question people ask and its answer.
 *
 * @param id stable, lower-case words joined by hyphens
 * @param audience for whom it is written; at least one
 * @param askedAs other words for the same question
 * @param nextSteps what the reader does now, in order; at least one
 * @param sources where the answer is known from; at least one
 * @param effectiveFrom the first day in Japan on which the answer holds
 * @param effectiveUntil the first day in Japan on which it holds no more; missing when no such day is known
 * @param version counts from 1
 * @param related more to read; may be empty
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FaqEntry(
        String id,
        FaqTopic topic,
        Set<FaqAudience> audience,
        LocalizedText question,
        AskedAs askedAs,
        LocalizedText answer,
        List<LocalizedText> nextSteps,
        List<SourceLink> sources,
        LocalDate effectiveFrom,
        LocalDate effectiveUntil,
        int version,
        List<RelatedContent> related) {

    public FaqEntry {
        Objects.requireNonNull(id, "id");
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

    /** Whether the answer holds on {@code day}. */
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(effectiveFrom) && (effectiveUntil == null || day.isBefore(effectiveUntil));
    }
}
