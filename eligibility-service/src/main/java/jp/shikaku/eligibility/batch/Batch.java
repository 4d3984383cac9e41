package jp.shikaku.eligibility.batch;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jp.shikaku.contracts.batch.BatchState;
import jp.shikaku.contracts.batch.ConfirmationBatch;
import jp.shikaku.contracts.number.InstitutionCode;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.eligibility.batch.file.BatchFormat;
import jp.shikaku.kit.file.FileCharset;

/**
 * A batch that was taken over.
 *
 * @param startedAt {@code null} before
 * @param endedAt {@code null} before
 */
record Batch(
        UUID id,
        InstitutionCode institution,
        BatchState state,
        BatchFormat format,
        FileCharset charset,
        Instant receivedAt,
        Instant startedAt,
        Instant endedAt,
        int rows,
        RowCounts counts) {

    boolean isCompleted() {
        return state == BatchState.COMPLETED;
    }

    /** As its institution sees it at {@code now}. */
    ConfirmationBatch wire(Instant now, Duration keep) {
        int done = counts.done();
        Double rowsPerSecond = startedAt == null ? null : Double.valueOf(done / elapsedSeconds(now));
        boolean canTell = rowsPerSecond != null && rowsPerSecond > 0 && !isCompleted();
        return new ConfirmationBatch(
                id,
                state,
                format.name(),
                charset.label(),
                rows,
                done,
                counts.valid(),
                counts.invalid(),
                counts.invalidNewerCoverage(),
                counts.notFound(),
                counts.severalCandidates(),
                counts.refused(),
                counts.undetermined(),
                rowsPerSecond,
                canTell ? Long.valueOf((long) Math.ceil((rows - done) / rowsPerSecond)) : null,
                JapanTime.wire(receivedAt),
                startedAt == null ? null : JapanTime.wire(startedAt),
                endedAt == null ? null : JapanTime.wire(endedAt),
                JapanTime.wire(receivedAt.plus(keep)),
                isCompleted() ? BatchResource.pathOf(id) + "/result" : null);
    }

    private double elapsedSeconds(Instant now) {
        Instant until = endedAt == null ? now : endedAt;
        return Math.max(Duration.between(startedAt, until).toMillis(), 1) / 1000.0;
    }
}
