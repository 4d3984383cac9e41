package jp.shikaku.contracts.faq;

import java.util.List;

import jp.shikaku.contracts.hotline.LineNow;

/**
 * Where to go when nothing was found.
 *
 * @param suggestions questions that may be meant, and those asked most; may be empty
 * @param lines whom to call, and whether anybody answers now; the most fitting first
 */
public record FaqElsewhere(List<FaqReference> suggestions, List<LineNow> lines) {

    public FaqElsewhere {
        suggestions = List.copyOf(suggestions);
        lines = List.copyOf(lines);
    }
}
