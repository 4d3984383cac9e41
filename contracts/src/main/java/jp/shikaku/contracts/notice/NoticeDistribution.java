package jp.shikaku.contracts.notice;

/**
 * @param added addressees that were not asked before
 * @param all addressees that have been asked by now
 */
public record NoticeDistribution(String noticeId, int version, int added, int all) {}
