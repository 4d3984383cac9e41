package jp.shikaku.contracts.notice;

import java.util.Objects;

import jp.shikaku.contracts.text.LocalizedText;

/**
 * An organisation a notice is sent to.
 *
 * @param id stable, lower-case words joined by hyphens
 * @param number its place in the notice's own list, from 1
 * @param name in Japanese exactly as the notice writes it; the English name is for orientation
 */
public record Addressee(String id, int number, LocalizedText name) {

    public Addressee {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
    }
}
