package jp.shikaku.contracts.batch;

import java.time.OffsetDateTime;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A batch of questions, and how far it has come. {@code done} is the sum of the seven counts that follow it.
 *
 * @param format in which it was sent: {@code JSON}, {@code NDJSON} or {@code CSV}
 * @param charset the encoding in which it was read
 * @param rows that were sent
 * @param done answered or refused so far
 * @param valid 1 有効
 * @param invalid 2 無効
 * @param invalidNewerCoverage 3 無効（新しい資格あり）
 * @param notFound 4 該当資格なし
 * @param severalCandidates 5 複数該当
 * @param refused rows that were no question that could be asked
 * @param undetermined 判定不能
 * @param rowsPerSecond since the start; missing before it
 * @param secondsLeft estimated from that; missing at the end
 * @param keptUntil until then the result can be fetched
 * @param result path of the result; missing until it is there
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConfirmationBatch(
        UUID id,
        BatchState state,
        String format,
        String charset,
        int rows,
        int done,
        int valid,
        int invalid,
        int invalidNewerCoverage,
        int notFound,
        int severalCandidates,
        int refused,
        int undetermined,
        Double rowsPerSecond,
        Long secondsLeft,
        OffsetDateTime receivedAt,
        OffsetDateTime startedAt,
        OffsetDateTime endedAt,
        OffsetDateTime keptUntil,
        String result) {}
