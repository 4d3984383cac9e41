package jp.shikaku.registration.importing;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

import jp.shikaku.contracts.importing.EnrolmentImport;
import jp.shikaku.contracts.importing.ImportState;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.registration.importing.file.FileForm;

/**
 * A file as it is kept.
 *
 * @param form with the row to go on with as its first
 * @param rowsPerSecond {@code null} while nobody works on it
 * @param startedAt {@code null} before
 * @param endedAt {@code null} before
 */
record StoredImport(
        UUID id,
        InsurerNumber insurer,
        String enteredBy,
        ImportState state,
        FileForm form,
        long bytes,
        RowCounts counts,
        Double rowsPerSecond,
        Instant receivedAt,
        Instant startedAt,
        Instant endedAt,
        int failures) {

    /** As its insurer sees it. */
    EnrolmentImport wire(Duration keepRefusals) {
        return new EnrolmentImport(
                id,
                state,
                form.format().name(),
                form.charset().label(),
                bytes,
                Math.min(bytes, form.firstRow().offset()),
                counts.rows(),
                counts.accepted(),
                counts.unchanged(),
                counts.held(),
                counts.refused(),
                counts.noted(),
                state.isFinal() ? null : rowsPerSecond,
                secondsLeft(),
                moment(receivedAt),
                moment(startedAt),
                moment(endedAt),
                endedAt == null ? null : moment(endedAt.plus(keepRefusals)));
    }

    /** As if the rows to come were as long as those before. */
    private Long secondsLeft() {
        long read = form.firstRow().offset();
        if (state != ImportState.RUNNING || rowsPerSecond == null || rowsPerSecond <= 0 || counts.rows() == 0) {
            return null;
        }
        double bytesPerSecond = rowsPerSecond * read / counts.rows();
        return (long) Math.ceil((bytes - read) / bytesPerSecond);
    }

    private static OffsetDateTime moment(Instant instant) {
        return instant == null ? null : instant.atZone(JapanTime.ZONE).toOffsetDateTime();
    }
}
