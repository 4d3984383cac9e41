package jp.shikaku.contracts.overlap;

/** @param reason why the coverage stays, at most 500 characters */
public record OverlapObjectionRequest(String reason) {}
