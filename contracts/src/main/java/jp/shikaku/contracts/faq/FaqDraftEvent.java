package jp.shikaku.contracts.faq;

import java.time.OffsetDateTime;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One step in the history of a draft.
 *
 * @param action WRITTEN, or the decision that was taken
 * @param comment what was said about it; missing when nothing was
 * @param revision the draft's revision after it
 * @param content what was written; missing when nothing changed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FaqDraftEvent(
        UUID id, OffsetDateTime at, String operator, Action action, String comment, int revision, FaqContent content) {

    /** What was done. */
    public enum Action {
        WRITTEN,
        SUBMIT,
        RETURN,
        APPROVE,
        DISCARD
    }
}
