package jp.shikaku.contracts.text;

import java.util.Objects;

/**
 * A piece of a text that is shown with marks. The pieces, one after the other, are the text.
 *
 * @param text never empty
 * @param hit whether it is what was searched for
 */
public record TextPart(String text, boolean hit) {

    public TextPart {
        Objects.requireNonNull(text, "text");
    }
}
