package jp.shikaku.contracts.faq;

import java.util.List;

/**
 * Other words in which people ask a question, for the search. The two languages need not correspond.
 *
 * @param ja may be empty
 * @param en may be empty
 */
public record AskedAs(List<String> ja, List<String> en) {

    public AskedAs {
        ja = List.copyOf(ja);
        en = List.copyOf(en);
    }
}
