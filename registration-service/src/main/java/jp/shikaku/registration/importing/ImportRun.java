package jp.shikaku.registration.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

import com.fasterxml.jackson.databind.ObjectReader;
import io.vertx.pgclient.PgException;
import org.jboss.logging.Logger;

import jp.shikaku.kit.file.Position;
import jp.shikaku.kit.problem.Outage;
import jp.shikaku.registration.importing.RowIntake.Prepared;
import jp.shikaku.registration.importing.WorkStore.LeaseLostException;
import jp.shikaku.registration.importing.file.Row;
import jp.shikaku.registration.importing.file.RowReader;

/**
 * One turn of one file. While some rows are being stored the next are read and compared. Rows that cannot be stored
 * together are stored one by one, so that one of them does not stop the file.
 */
final class ImportRun {

    private static final Logger LOG = Logger.getLogger(ImportRun.class);
    private static final int TRIES = 3;
    private static final double WEIGHT_OF_LATEST = 0.2;

    private final RowIntake intake;
    private final ImportConfig config;
    private final UUID worker;
    private final StoredImport file;
    private final RowReader reader;
    private Double rowsPerSecond;
    private long measuredAt = System.nanoTime();

    ImportRun(
            RowIntake intake,
            ChunkStore chunks,
            ImportConfig config,
            ObjectReader json,
            UUID worker,
            StoredImport file) {
        this.intake = intake;
        this.config = config;
        this.worker = worker;
        this.file = file;
        this.rowsPerSecond = file.rowsPerSecond();
        Position from = file.form().firstRow();
        StoredFile in = new StoredFile(chunks, file.id(), from.offset());
        this.reader = new RowReader(in, file.form(), from, file.insurer(), json);
    }

    private record UnderWay(Prepared rows, Future<Void> stored) {}

    /** Whether the file has come to its end; otherwise its turn has. */
    boolean takeRows(BooleanSupplier stopped) {
        long turnEnds = System.nanoTime() + config.turn().toNanos();
        Optional<UnderWay> underWay = Optional.empty();
        while (true) {
            Optional<Prepared> next;
            try {
                next = prepareNext();
            } finally {
                underWay.ifPresent(this::finish);
            }
            if (next.isEmpty()) {
                return true;
            }
            if (stopped.getAsBoolean() || System.nanoTime() > turnEnds) {
                return false;
            }
            underWay = Optional.of(begin(next.get()));
        }
    }

    private Optional<Prepared> prepareNext() {
        RowBatch batch = nextBatch();
        return batch.rows().isEmpty() ? Optional.empty() : Optional.of(prepare(batch));
    }

    private RowBatch nextBatch() {
        Position before = reader.position();
        List<RowBatch.Placed> rows = new ArrayList<>(config.batch());
        try {
            while (rows.size() < config.batch()) {
                Optional<Row> row = reader.next();
                if (row.isEmpty()) {
                    break;
                }
                rows.add(new RowBatch.Placed(row.get(), reader.position()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new RowBatch(before, rows);
    }

    private Prepared prepare(RowBatch batch) {
        return intake.prepare(file, batch).await().atMost(config.lease());
    }

    private UnderWay begin(Prepared rows) {
        return new UnderWay(
                rows, intake.take(worker, file.id(), rows, rowsPerSecond).subscribeAsCompletionStage());
    }

    private void finish(UnderWay underWay) {
        try {
            stored(underWay.stored());
        } catch (RuntimeException e) {
            recover(underWay.rows().batch(), e);
        }
        measure(underWay.rows().batch().rows().size());
    }

    private void recover(RowBatch batch, RuntimeException e) {
        refuseToGoOn(e);
        RuntimeException last = e;
        for (int i = 1; i < TRIES && isClash(last); i++) {
            Optional<RuntimeException> failure = tryToStore(batch);
            if (failure.isEmpty()) {
                return;
            }
            last = failure.get();
        }
        LOG.warnf(
                "%d rows of import %s from line %d on cannot be stored together: %s",
                batch.rows().size(),
                file.id(),
                batch.rows().get(0).row().line(),
                last.getClass().getName());
        batch.single().forEach(this::storeOrRefuse);
    }

    private void storeOrRefuse(RowBatch single) {
        Optional<RuntimeException> failure = tryToStore(single);
        for (int i = 1; i < TRIES && failure.filter(ImportRun::isClash).isPresent(); i++) {
            failure = tryToStore(single);
        }
        failure.ifPresent(e -> {
            LOG.errorf(
                    "line %d of import %s cannot be stored: %s",
                    single.rows().get(0).row().line(), file.id(), e.getClass().getName());
            stored(intake.refuse(worker, file.id(), single).subscribeAsCompletionStage());
        });
    }

    /** What went wrong, unless it ends the turn. */
    private Optional<RuntimeException> tryToStore(RowBatch batch) {
        try {
            stored(begin(prepare(batch)).stored());
            return Optional.empty();
        } catch (RuntimeException e) {
            refuseToGoOn(e);
            return Optional.of(e);
        }
    }

    private void stored(Future<Void> storing) {
        try {
            storing.get(config.lease().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new CompletionException(e.getCause());
        } catch (TimeoutException e) {
            throw new CompletionException(e); // whether it was stored after all is seen when the file is claimed again
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        }
    }

    private static void refuseToGoOn(RuntimeException e) {
        if (e instanceof LeaseLostException || Outage.isOutage(e)) {
            throw e;
        }
    }

    /** Deadlock or serialization: two who wanted the same rows, of whom one has to try again. */
    private static boolean isClash(Throwable e) {
        return e instanceof PgException pg
                && pg.getSqlState() != null
                && pg.getSqlState().startsWith("40");
    }

    private void measure(int rows) {
        long now = System.nanoTime();
        double latest = rows / Math.max((now - measuredAt) / 1e9, 1e-6);
        rowsPerSecond = rowsPerSecond == null
                ? Double.valueOf(latest)
                : Double.valueOf((1 - WEIGHT_OF_LATEST) * rowsPerSecond + WEIGHT_OF_LATEST * latest);
        measuredAt = now;
    }
}
