package jp.shikaku.kit.page;

import jp.shikaku.contracts.text.LocalizedText;

/**
 * One of a few values that a field can have, or that a list is narrowed to.
 *
 * @param code as the interface writes it; empty for none
 */
public record Choice(String code, LocalizedText name) {

    public static Choice of(String code, String ja, String en) {
        return new Choice(code, new LocalizedText(ja, en));
    }
}
