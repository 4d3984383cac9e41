package jp.shikaku.contracts.faq;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A version of a question that was published.
 *
 * @param draft the draft it came from; missing when it came with the program
 * @param authors who wrote it; empty when it came with the program
 * @param reviewer who approved it; missing when it came with the program
 * @param publishedAt missing when it came with the program
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FaqVersion(
        FaqEntry entry, UUID draft, List<String> authors, String reviewer, OffsetDateTime publishedAt) {

    public FaqVersion {
        authors = List.copyOf(authors);
    }
}
