package jp.shikaku.contracts.source;

import java.net.URI;
import java.util.Objects;

import jp.shikaku.contracts.text.LocalizedText;

/**
 * Where a statement comes from, so that a reader can check it.
 *
 * @param title what the page is called, or who published it
 * @param url an absolute http or https address
 */
public record SourceLink(LocalizedText title, URI url) {

    public SourceLink {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(url, "url");
    }
}
