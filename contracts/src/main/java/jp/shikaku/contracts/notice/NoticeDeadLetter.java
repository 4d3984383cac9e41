package jp.shikaku.contracts.notice;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A mail that was given up.
 *
 * @param kind NOTICE, REMINDER or WITHDRAWAL
 * @param failure why, without the words of the mail server
 */
public record NoticeDeadLetter(
        UUID id,
        String noticeId,
        int version,
        String addresseeId,
        String kind,
        String failure,
        int attempts,
        OffsetDateTime givenUpAt) {}
