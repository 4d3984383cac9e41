package jp.shikaku.contracts.faq;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A part of the questions that answer what was asked, the best first.
 *
 * @param items at most as many as were asked for
 * @param next cursor of the next page, to be sent back as {@code after}; left out on the last page
 * @param elsewhere where to go when nothing was found; left out when anything was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FaqAnswers(List<FaqFinding> items, String next, FaqElsewhere elsewhere) {

    public FaqAnswers {
        items = List.copyOf(items);
    }
}
