package jp.shikaku.contracts.faq;

import java.util.Objects;

/**
 * A link from an answer to more.
 *
 * @param id the id of a question, or the slug of a display
 */
public record RelatedContent(Target kind, String id) {

    /** Where the link leads. */
    public enum Target {
        FAQ,
        DISPLAY
    }

    public RelatedContent {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(id, "id");
    }
}
