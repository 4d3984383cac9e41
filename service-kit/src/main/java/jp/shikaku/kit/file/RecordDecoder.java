package jp.shikaku.kit.file;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.util.Optional;

/** Makes text of a record's bytes, and never makes up a character for bytes that are none. For one thread. */
public final class RecordDecoder {

    private final CharsetDecoder decoder;

    public RecordDecoder(FileCharset charset) {
        this.decoder = charset.decoder();
    }

    /** The text; empty when any byte of it could not be decoded. */
    public Optional<String> decode(byte[] bytes) {
        try {
            return Optional.of(decoder.decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The text for people to look at: each byte that could not be decoded as {@code \xNN}. */
    public String shown(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        // A byte makes at most four characters: those of its escape.
        CharBuffer out = CharBuffer.allocate(4 * bytes.length + 1);
        decoder.reset();
        for (CoderResult result = decoder.decode(in, out, true); result.isError(); ) {
            for (int i = 0; i < result.length(); i++) {
                out.put("\\x%02X".formatted(in.get() & 0xFF));
            }
            result = decoder.reset().decode(in, out, true);
        }
        return out.flip().toString();
    }
}
