package jp.shikaku.contracts.importing;

import java.time.OffsetDateTime;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A file of enrolments, and how far it has been taken in. {@code rows} is the sum of the four counts that follow it.
 *
 * @param format {@code CSV} or {@code NDJSON}
 * @param charset the encoding in which the file was read
 * @param bytes size of the file
 * @param bytesRead of the file, up to the last row that counts
 * @param rows read so far
 * @param accepted stored and cleared
 * @param unchanged said what is known already: nothing was stored
 * @param held stored, and waiting for the insurer because of a doubt
 * @param refused not stored; see its refusals
 * @param noted among the rows that were not refused: something was read in another way than it is written
 * @param rowsPerSecond of late; missing while nobody works on it
 * @param secondsLeft estimated from that
 * @param refusalsKeptUntil when the refused rows are going to be deleted; missing before the end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EnrolmentImport(
        UUID id,
        ImportState state,
        String format,
        String charset,
        long bytes,
        long bytesRead,
        long rows,
        long accepted,
        long unchanged,
        long held,
        long refused,
        long noted,
        Double rowsPerSecond,
        Long secondsLeft,
        OffsetDateTime receivedAt,
        OffsetDateTime startedAt,
        OffsetDateTime endedAt,
        OffsetDateTime refusalsKeptUntil) {}
