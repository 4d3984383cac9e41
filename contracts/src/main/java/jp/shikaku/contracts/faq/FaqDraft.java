package jp.shikaku.contracts.faq;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A version of a question on its way to being published.
 *
 * @param authors operators who wrote on it, in the order in which they began; none of them may approve it
 * @param reviewer who approved it; missing until then
 * @param version the version it was published as; missing until then
 * @param revision counts its changes from 1; the {@code ETag}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FaqDraft(
        UUID id,
        String entryId,
        FaqDraftState state,
        FaqContent content,
        List<String> authors,
        String reviewer,
        Integer version,
        int revision,
        OffsetDateTime createdAt,
        OffsetDateTime changedAt) {

    public FaqDraft {
        authors = List.copyOf(authors);
    }
}
