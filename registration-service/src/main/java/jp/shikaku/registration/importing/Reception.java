package jp.shikaku.registration.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import org.jboss.logging.Logger;

import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.kit.file.FileFormat;
import jp.shikaku.kit.request.IdempotencyKey;
import jp.shikaku.registration.idempotency.Submission;
import jp.shikaku.registration.idempotency.Submissions;
import jp.shikaku.registration.importing.file.ColumnChoice;
import jp.shikaku.registration.importing.file.FileForm;
import jp.shikaku.registration.individual.FileSecrets;

/**
 * Receives files: stores them piece by piece as they arrive, encrypted, so that any replica can take them in. Blocks;
 * for a worker thread.
 */
@ApplicationScoped
class Reception {

    private static final Logger LOG = Logger.getLogger(Reception.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** What is sent, and by whom. */
    record Sending(
            InsurerNumber insurer,
            String enteredBy,
            IdempotencyKey key,
            FileFormat format,
            String declaredCharset,
            ColumnChoice columns) {}

    private final Pool pool;
    private final ImportStore imports;
    private final ChunkStore chunks;
    private final Submissions submissions;
    private final FileSecrets secrets;
    private final ImportWorker worker;

    Reception(
            Pool pool,
            ImportStore imports,
            ChunkStore chunks,
            Submissions submissions,
            FileSecrets secrets,
            ImportWorker worker) {
        this.pool = pool;
        this.imports = imports;
        this.chunks = chunks;
        this.submissions = submissions;
        this.secrets = secrets;
        this.worker = worker;
    }

    /**
     * Takes a file over.
     *
     * @return the import's id: an earlier one when the same file was sent before, or the submission is repeated
     * @throws jp.shikaku.contracts.problem.ProblemException before anything is stored, when the file cannot be read at
     *     all: {@code file-columns-invalid}, {@code file-charset-unsupported}; {@code idempotency-key-reused}
     */
    UUID receive(Sending sending, InputStream body) throws IOException {
        byte[] head = body.readNBytes(StoredFile.PIECE);
        FileForm form = FileForm.of(sending.format(), sending.declaredCharset(), sending.columns(), head);
        UUID id = UuidCreator.getTimeOrderedEpoch();
        await(imports.begin(id, sending.insurer(), sending.enteredBy(), form));
        try {
            byte[] mark = store(id, form, head, body);
            UUID kept = await(settle(sending, id, mark));
            if (kept.equals(id)) {
                worker.wake();
            } else {
                await(imports.throwAway(id));
            }
            return kept;
        } catch (IOException | RuntimeException e) {
            throwAway(id);
            throw e;
        }
    }

    private byte[] store(UUID id, FileForm form, byte[] head, InputStream body) throws IOException {
        Mac mark = secrets.newMark();
        // The same bytes in other columns are another file.
        mark.update(
                (form.format() + "/" + form.charset() + "/" + form.columns() + "\n").getBytes(StandardCharsets.UTF_8));
        int number = 0;
        for (byte[] chunk = head; chunk.length > 0; chunk = body.readNBytes(StoredFile.PIECE)) {
            mark.update(chunk);
            await(chunks.add(id, number, chunk));
            number++;
        }
        return mark.doFinal();
    }

    /** The import that this file belongs to: the new one, or an earlier one. */
    private Uni<UUID> settle(Sending sending, UUID id, byte[] mark) {
        Submission submission = new Submission(
                "insurer:" + sending.insurer().value(),
                sending.key(),
                "import",
                Map.of("file", HexFormat.of().formatHex(mark)));
        return pool.withTransaction(transaction -> imports.sameFile(transaction, sending.insurer(), mark)
                .flatMap(earlier -> submissions.once(
                        transaction,
                        submission,
                        earlier.orElse(id),
                        () -> earlier.isPresent()
                                ? Uni.createFrom().voidItem()
                                : imports.arrived(transaction, id, mark))));
    }

    private void throwAway(UUID id) {
        try {
            await(imports.throwAway(id));
        } catch (RuntimeException e) {
            // Whoever works on files does it later.
            LOG.debugf("an unfinished file stays for now: %s", e.getClass().getName());
        }
    }

    private static <T> T await(Uni<T> answer) {
        return answer.await().atMost(PATIENCE);
    }
}
