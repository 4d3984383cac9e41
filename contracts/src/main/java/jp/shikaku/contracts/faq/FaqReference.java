package jp.shikaku.contracts.faq;

import java.util.Objects;

import jp.shikaku.contracts.text.LocalizedText;

/** A question by name: its answer is at {@code /faq/} and its id. */
public record FaqReference(String id, LocalizedText question) {

    public FaqReference {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(question, "question");
    }
}
