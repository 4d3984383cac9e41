package jp.shikaku.kit.page;

import java.util.Objects;

import jp.shikaku.kit.identity.PartyRole;

/** Who looks at a page, having signed in. */
public record Visitor(PartyRole role, String id) {

    public Visitor {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(id, "id");
    }
}
