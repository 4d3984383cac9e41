package jp.shikaku.contracts.notice;

import java.time.OffsetDateTime;

import com.fasterxml.jackson.annotation.JsonInclude;

import jp.shikaku.contracts.text.LocalizedText;

/**
 * One version of a notice.
 *
 * @param version counts from 1; the {@code ETag} of the notice is the newest one
 * @param withdrawnAt since when it holds no more; missing while it does
 * @param reason why it was withdrawn; missing while it holds
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NoticeVersion(
        String noticeId,
        int version,
        LocalizedText title,
        OffsetDateTime publishedAt,
        OffsetDateTime withdrawnAt,
        LocalizedText reason) {}
