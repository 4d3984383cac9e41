package jp.shikaku.inquiry.content;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Where content files come from. */
@FunctionalInterface
public interface ContentSource {

    /** Opens the file at {@code path}, written with slashes and without a leading one; empty when there is none. */
    Optional<InputStream> open(String path) throws IOException;

    /** The files packed with this service. */
    static ContentSource packed() {
        return path -> Optional.ofNullable(ContentSource.class.getResourceAsStream("/" + path));
    }
}
