package jp.shikaku.eligibility.batch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

import jp.shikaku.contracts.number.InstitutionCode;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.eligibility.batch.file.BatchFormat;
import jp.shikaku.eligibility.batch.file.SentRow;
import jp.shikaku.eligibility.batch.file.SentRows;
import jp.shikaku.eligibility.certificate.CertificateKeys;
import jp.shikaku.kit.request.IdempotencyKey;

/**
 * Takes batches over while they are being sent, and without ever holding one as a whole. A batch exists for others once all
 * of it has arrived. Blocks; for a worker thread.
 */
@ApplicationScoped
class BatchIntake {

    private static final Logger LOG = Logger.getLogger(BatchIntake.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final BatchStore batches;
    private final PieceStore pieces;
    private final BatchWorker worker;
    private final CertificateKeys keys;
    private final BatchConfig config;
    private final Clock clock;

    BatchIntake(
            BatchStore batches,
            PieceStore pieces,
            BatchWorker worker,
            CertificateKeys keys,
            BatchConfig config,
            Clock clock) {
        this.batches = batches;
        this.pieces = pieces;
        this.worker = worker;
        this.keys = keys;
        this.config = config;
        this.clock = clock;
    }

    /**
     * What is sent, and by whom.
     *
     * @param declaredCharset {@code null} when there is none
     * @param ignoresOtherColumns whether unknown columns of CSV are passed over
     */
    record Sending(
            InstitutionCode institution,
            UUID requestId,
            IdempotencyKey key,
            BatchFormat format,
            String declaredCharset,
            boolean ignoresOtherColumns) {}

    /**
     * Takes a batch over.
     *
     * @return its id; an earlier one's when the submission is repeated
     * @throws jp.shikaku.contracts.problem.ProblemException when it is refused; nothing of it is left then
     */
    UUID take(Sending sending, InputStream body) throws IOException {
        DigestInputStream digested = new DigestInputStream(body, digestFor(sending));
        SentRows sent =
                SentRows.of(sending.format(), sending.declaredCharset(), sending.ignoresOtherColumns(), digested);
        UUID id = UuidCreator.getTimeOrderedEpoch();
        Instant now = clock.instant();
        BatchStore.Arriving arriving = new BatchStore.Arriving(
                id, sending.institution(), sending.requestId(), sending.format(), sent.charset(), now);
        if (!await(batches.begin(arriving))) {
            throw ProblemType.BATCHES_WAITING.exception();
        }
        try {
            int rows = store(id, sent, new RowReading(keys, JapanTime.dateOf(now)));
            byte[] hash = digested.getMessageDigest().digest();
            String key = sending.key().value();
            if (await(batches.accept(id, rows, key, hash))) {
                worker.wake();
                return id;
            }
            discard(sending, id);
            return earlier(sending, hash);
        } catch (IOException | RuntimeException e) {
            discard(sending, id);
            throw e;
        }
    }

    private int store(UUID id, SentRows sent, RowReading reading) throws IOException {
        List<Row> piece = new ArrayList<>(config.piece());
        int number = 0;
        int rows = 0;
        for (Optional<SentRow> row = sent.next(); row.isPresent(); row = sent.next()) {
            rows++;
            if (rows > config.maxRows()) {
                throw ProblemType.BATCH_ROW_COUNT.exception();
            }
            piece.add(reading.read(row.get()));
            if (piece.size() == config.piece()) {
                await(pieces.add(id, number, piece));
                number++;
                piece.clear();
            }
        }
        if (rows == 0) {
            throw ProblemType.BATCH_ROW_COUNT.exception();
        }
        if (!piece.isEmpty()) {
            await(pieces.add(id, number, piece));
        }
        return rows;
    }

    private UUID earlier(Sending sending, byte[] hash) {
        BatchStore.Earlier earlier = await(
                        batches.earlier(sending.institution(), sending.key().value()))
                .orElseThrow(() -> new IllegalStateException("a key refused as used must belong to a batch"));
        if (!Arrays.equals(earlier.hash(), hash)) {
            throw ProblemType.IDEMPOTENCY_KEY_REUSED.exception();
        }
        return earlier.id();
    }

    /** Best effort: what is left behind is purged later, and nobody can see it. */
    private void discard(Sending sending, UUID id) {
        try {
            await(batches.delete(sending.institution(), id));
        } catch (RuntimeException e) {
            LOG.debugf("an unfinished batch stays for now: %s", e.getClass().getName());
        }
    }

    /** The same bytes read in another way are another batch. */
    private static MessageDigest digestFor(Sending sending) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String reading = sending.format() + "/" + sending.declaredCharset() + "/" + sending.ignoresOtherColumns();
            digest.update((reading + "\n").getBytes(StandardCharsets.UTF_8));
            return digest;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static <T> T await(Uni<T> answer) {
        return answer.await().atMost(PATIENCE);
    }
}
