package jp.shikaku.contracts.display;

import java.util.Objects;

import jp.shikaku.contracts.text.LocalizedText;

/**
 * One possible reason for a display.
 *
 * @param id stable within its display, lower-case words joined by hyphens
 * @param resolvedBy who ends it
 */
public record DisplayCause(String id, LocalizedText text, ResponsibleParty resolvedBy) {

    public DisplayCause {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(resolvedBy, "resolvedBy");
    }
}
