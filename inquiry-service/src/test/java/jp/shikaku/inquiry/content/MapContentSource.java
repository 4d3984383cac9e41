package jp.shikaku.inquiry.content;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Content a test writes, over the packed content or over nothing. */
public final class MapContentSource implements ContentSource {

    private final ContentSource below;
    private final Map<String, String> files = new HashMap<>();

    private MapContentSource(ContentSource below) {
        this.below = below;
    }

    public static MapContentSource empty() {
        return new MapContentSource(path -> Optional.empty());
    }

    public static MapContentSource overPacked() {
        return new MapContentSource(ContentSource.packed());
    }

    public MapContentSource file(String path, String text) {
        files.put(path, text);
        return this;
    }

    /** The packed file with one piece of its text replaced. */
    public MapContentSource replacing(String path, String piece, String replacement) {
        String packed = text(path);
        if (!packed.contains(piece)) {
            throw new IllegalArgumentException(path + " does not contain: " + piece);
        }
        return file(path, packed.replace(piece, replacement));
    }

    public String text(String path) {
        try (InputStream stream = open(path).orElseThrow()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public Optional<InputStream> open(String path) throws IOException {
        String own = files.get(path);
        return own == null
                ? below.open(path)
                : Optional.of(new ByteArrayInputStream(own.getBytes(StandardCharsets.UTF_8)));
    }
}
