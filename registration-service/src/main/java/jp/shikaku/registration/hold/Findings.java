package jp.shikaku.registration.hold;

import java.util.List;

import io.quarkus.runtime.annotations.RegisterForReflection;

import jp.shikaku.contracts.hold.Finding;

/** What the system check said of one version, kept word for word. An object, as JSON columns hold no bare lists. */
@RegisterForReflection
public record Findings(List<Finding> items) {

    public Findings {
        items = List.copyOf(items);
    }
}
