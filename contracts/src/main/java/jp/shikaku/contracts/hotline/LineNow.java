package jp.shikaku.contracts.hotline;

import java.util.Objects;

/** A telephone line, and whether it answers now. */
public record LineNow(HotlineLine line, HotlineStatus status) {

    public LineNow {
        Objects.requireNonNull(line, "line");
        Objects.requireNonNull(status, "status");
    }
}
