package jp.shikaku.contracts.notice;

import java.time.OffsetDateTime;

import com.fasterxml.jackson.annotation.JsonInclude;

import jp.shikaku.contracts.text.LocalizedText;

/**
 * What a signed link is about.
 *
 * @param addressee for whom the link was made
 * @param currentVersion the newest version: another one when this one was replaced
 * @param withdrawn whether the notice was withdrawn
 * @param acknowledgedAt when this was acknowledged; missing before
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NoticeAcknowledgement(
        String noticeId,
        int version,
        LocalizedText title,
        LocalizedText addressee,
        int currentVersion,
        boolean withdrawn,
        OffsetDateTime acknowledgedAt) {}
