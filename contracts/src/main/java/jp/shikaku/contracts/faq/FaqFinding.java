package jp.shikaku.contracts.faq;

import java.util.List;
import java.util.Objects;

import jp.shikaku.contracts.text.TextPart;

/**
 * A question that was found, with what was searched for marked in the language that was asked for.
 *
 * @param question the question
 * @param snippet the sentence of the answer or the steps that fits best; its first sentence when nothing was searched for
 */
public record FaqFinding(FaqEntry entry, List<TextPart> question, List<TextPart> snippet) {

    public FaqFinding {
        Objects.requireNonNull(entry, "entry");
        question = List.copyOf(question);
        snippet = List.copyOf(snippet);
    }
}
