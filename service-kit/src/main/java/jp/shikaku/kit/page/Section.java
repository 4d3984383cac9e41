package jp.shikaku.kit.page;

import java.util.Set;

import jp.shikaku.contracts.text.LocalizedText;
import jp.shikaku.kit.identity.PartyRole;

/**
 * A part of a site, as the bar at the top of each page names it.
 *
 * @param path of its first page, after the language
 * @param readers who sees it there; empty for everybody
 */
public record Section(String path, LocalizedText name, Set<PartyRole> readers) {

    public Section {
        readers = Set.copyOf(readers);
    }

    /** A section for everybody. */
    public static Section open(String path, String ja, String en) {
        return new Section(path, new LocalizedText(ja, en), Set.of());
    }

    boolean isFor(Visitor visitor) {
        return readers.isEmpty() || visitor != null && readers.contains(visitor.role());
    }
}
