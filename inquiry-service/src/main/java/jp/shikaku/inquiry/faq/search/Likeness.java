package jp.shikaku.inquiry.faq.search;

import java.util.List;
import java.util.function.Function;

/**
 * The ways in which what a caller says can be like what is written, and what each counts. Weighed once, on the callers'
 * phrases that ship as a test; a test on phrases that were set aside tells what the weights are worth.
 */
enum Likeness {
    WORDS(1.0f, 0.35f, Terms::words),
    CHARACTERS(0.5f, 0.15f, Terms::characters),
    HEARD(0.7f, 0.2f, Terms::heard),
    SOUNDS(0.2f, 0.05f, Terms::sounds),
    ENGLISH(1.0f, 0.35f, Terms::english);

    private final float asked;
    private final float answered;
    private final Function<Terms, List<String>> terms;

    Likeness(float asked, float answered, Function<Terms, List<String>> terms) {
        this.asked = asked;
        this.answered = answered;
        this.terms = terms;
    }

    /** What a term counts in the question and the other ways of asking it. */
    float asked() {
        return asked;
    }

    /** What a term counts in the answer and the steps. */
    float answered() {
        return answered;
    }

    /** By sound, every synonym is like too much else. */
    boolean holdsForSynonyms() {
        return this != HEARD && this != SOUNDS;
    }

    List<String> of(Terms all) {
        return terms.apply(all);
    }
}
