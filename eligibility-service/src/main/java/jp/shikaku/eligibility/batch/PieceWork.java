package jp.shikaku.eligibility.batch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import org.jboss.logging.Logger;

import jp.shikaku.eligibility.batch.PieceStore.LeaseLostException;
import jp.shikaku.eligibility.confirmation.BulkConfirmations;
import jp.shikaku.eligibility.confirmation.BulkFinding;
import jp.shikaku.eligibility.confirmation.CardQuestion;
import jp.shikaku.eligibility.sandbox.Sandbox;
import jp.shikaku.kit.problem.Outage;

/**
 * Answers the rows of a piece, together and by one transaction: answers, their records and the piece's end, or none of it.
 * Blocks; for a worker's thread.
 */
@ApplicationScoped
class PieceWork {

    private static final Logger LOG = Logger.getLogger(PieceWork.class);
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private final Pool pool;
    private final PieceStore pieces;
    private final BatchStore batches;
    private final BulkConfirmations confirmations;
    private final Sandbox sandbox;
    private final BatchConfig config;
    private final BatchMetrics metrics;

    PieceWork(
            @ReactiveDataSource("bulk") Pool pool,
            PieceStore pieces,
            BatchStore batches,
            BulkConfirmations confirmations,
            Sandbox sandbox,
            BatchConfig config,
            BatchMetrics metrics) {
        this.pool = pool;
        this.pieces = pieces;
        this.batches = batches;
        this.confirmations = confirmations;
        this.sandbox = sandbox;
        this.config = config;
        this.metrics = metrics;
    }

    /** What was decided, by the line of the row. */
    private record Decisions(Map<Integer, BulkFinding> byLine) {

        static final Decisions NONE = new Decisions(Map.of());

        static Decisions of(List<Row.Open> rows, List<BulkFinding> decided) {
            Map<Integer, BulkFinding> byLine = new HashMap<>();
            for (int i = 0; i < rows.size(); i++) {
                byLine.put(rows.get(i).line(), decided.get(i));
            }
            return new Decisions(byLine);
        }
    }

    /**
     * Fails in an outage only: then nothing was answered, and the piece waits (R3).
     *
     * @param worker who has claimed {@code piece}
     */
    void work(UUID worker, Piece piece) {
        long begun = System.nanoTime();
        try {
            RowCounts counts =
                    settle(worker, piece, piece.attempts() > config.attempts() ? oneByOne(piece) : together(piece));
            metrics.settled(counts, Duration.ofNanos(System.nanoTime() - begun));
        } catch (LeaseLostException e) {
            LOG.debugf("piece %d of batch %s is somebody else's now", piece.number(), piece.batchId());
        } catch (RuntimeException e) {
            if (Outage.isOutage(e)) {
                throw e;
            }
            recover(worker, piece, e);
        }
    }

    private Decisions together(Piece piece) {
        return decide(piece, determinable(piece));
    }

    /** So that a record that cannot be read costs its own row, and not those beside it. */
    private Decisions oneByOne(Piece piece) {
        Map<Integer, BulkFinding> byLine = new HashMap<>();
        for (Row.Open row : determinable(piece)) {
            try {
                byLine.putAll(decide(piece, List.of(row)).byLine());
            } catch (RuntimeException e) {
                if (Outage.isOutage(e)) {
                    throw e;
                }
                LOG.errorf("line %d of batch %s is undetermined: %s", row.line(), piece.batchId(), kind(e));
            }
        }
        return new Decisions(byLine);
    }

    private List<Row.Open> determinable(Piece piece) {
        return piece.open().stream()
                .filter(row -> !(row.question() instanceof CardQuestion asked && sandbox.isUndetermined(asked.card())))
                .toList();
    }

    private Decisions decide(Piece piece, List<Row.Open> rows) {
        if (rows.isEmpty()) {
            return Decisions.NONE;
        }
        return Decisions.of(
                rows,
                await(confirmations.decide(
                        piece.institution(),
                        rows.stream().map(Row.Open::question).toList(),
                        piece.looker())));
    }

    private RowCounts settle(UUID worker, Piece piece, Decisions decisions) {
        List<Row> rows = new ArrayList<>(piece.rows().size());
        RowCounts counts = RowCounts.NONE;
        for (Row row : piece.rows()) {
            Row settled = row instanceof Row.Refused
                    ? row
                    : settled(row, decisions.byLine().get(row.line()));
            rows.add(settled);
            counts = counted(counts, settled, decisions);
        }
        keep(worker, piece, rows, decisions, counts);
        return counts;
    }

    private static Row settled(Row row, BulkFinding found) {
        if (found instanceof BulkFinding.Answerable answerable) {
            return new Row.Answered(
                    row.line(),
                    row.correlationId(),
                    answerable.decided().confirmation().number());
        }
        return found instanceof BulkFinding.Unusable unusable
                ? new Row.Refused(row.line(), row.correlationId(), List.of(RowFaults.of(unusable.reason())))
                : new Row.Undetermined(row.line(), row.correlationId());
    }

    private static RowCounts counted(RowCounts counts, Row settled, Decisions decisions) {
        if (settled instanceof Row.Refused) {
            return counts.plusRefused();
        }
        return decisions.byLine().get(settled.line()) instanceof BulkFinding.Answerable answerable
                ? counts.plus(answerable.decided().confirmation().validity())
                : counts.plusUndetermined();
    }

    private void keep(UUID worker, Piece piece, List<Row> rows, Decisions decisions, RowCounts counts) {
        List<BulkFinding> findings = piece.rows().stream()
                .flatMap(row -> Stream.ofNullable(decisions.byLine().get(row.line())))
                .toList();
        await(pool.withTransaction(transaction -> pieces.settle(transaction, piece, worker, rows)
                .chain(() -> confirmations.keep(transaction, findings, piece.looker()))
                .chain(() -> batches.count(transaction, piece.batchId(), counts))));
    }

    private void recover(UUID worker, Piece piece, RuntimeException e) {
        // The type alone: a message may quote what was to be stored (R1).
        LOG.errorf("piece %d of batch %s failed: %s", piece.number(), piece.batchId(), kind(e));
        if (piece.attempts() > config.attempts()) {
            settle(worker, piece, Decisions.NONE);
        } else {
            await(pieces.putOff(piece, worker, config.backOff()));
        }
    }

    private static String kind(Throwable e) {
        StackTraceElement[] trace = e.getStackTrace();
        return e.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }

    private static <T> T await(Uni<T> answer) {
        return answer.await().atMost(PATIENCE);
    }
}
