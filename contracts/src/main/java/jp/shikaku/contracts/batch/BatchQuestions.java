package jp.shikaku.contracts.batch;

import java.util.List;

/**
 * Many questions at once, each with a date and an id of its own.
 *
 * @param questions the same that can be asked one by one; the answers come in their order
 */
public record BatchQuestions(List<BatchQuestion> questions) {

    public BatchQuestions {
        questions = List.copyOf(questions);
    }
}
