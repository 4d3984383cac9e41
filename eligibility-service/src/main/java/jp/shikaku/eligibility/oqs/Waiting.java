package jp.shikaku.eligibility.oqs;

import java.time.Duration;

import io.smallrye.mutiny.Uni;

/** For threads that may wait: those that read or write a large document. */
final class Waiting {

    /** The pool gives up long before. */
    private static final Duration AT_MOST = Duration.ofSeconds(10);

    private Waiting() {}

    static <T> T forIt(Uni<T> result) {
        return result.await().atMost(AT_MOST);
    }
}
