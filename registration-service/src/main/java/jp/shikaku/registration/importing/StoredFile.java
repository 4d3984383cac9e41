package jp.shikaku.registration.importing;

import java.io.InputStream;
import java.time.Duration;
import java.util.UUID;

import jp.shikaku.registration.importing.file.FileForm;

/** Reads a stored file from anywhere in it, one piece at a time. Blocks; for a worker thread. */
final class StoredFile extends InputStream {

    static final int PIECE = FileForm.HEAD;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ChunkStore chunks;
    private final UUID importId;
    private int next;
    private byte[] chunk = {};
    private int position;

    /** @param offset bytes from the start of the file */
    StoredFile(ChunkStore chunks, UUID importId, long offset) {
        this.chunks = chunks;
        this.importId = importId;
        this.next = (int) (offset / PIECE);
        if (fetch()) {
            position = (int) (offset % PIECE);
        }
    }

    @Override
    public int read() {
        return hasMore() ? chunk[position++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (!hasMore()) {
            return -1;
        }
        int count = Math.min(length, chunk.length - position);
        System.arraycopy(chunk, position, into, offset, count);
        position += count;
        return count;
    }

    private boolean hasMore() {
        return position < chunk.length || fetch();
    }

    private boolean fetch() {
        chunk = chunks.read(importId, next).await().atMost(PATIENCE).orElseGet(() -> new byte[0]);
        position = 0;
        next++;
        return chunk.length > 0;
    }
}
