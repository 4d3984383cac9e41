package jp.shikaku.kit.page;

import jakarta.enterprise.context.RequestScoped;

/** Who asks for this page. */
@RequestScoped
class Visit {

    private Visitor visitor;

    /** {@code null} for somebody who has not signed in. */
    Visitor visitor() {
        return visitor;
    }

    void recognise(Visitor recognised) {
        visitor = recognised;
    }
}
