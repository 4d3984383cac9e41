package jp.shikaku.contracts.notice;

/** @param reason up to 500 characters in each language; told to everybody who was sent the notice */
public record NoticeWithdrawalRequest(NoticeRequest.NoticeTexts reason) {}
