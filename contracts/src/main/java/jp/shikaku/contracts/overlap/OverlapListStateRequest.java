package jp.shikaku.contracts.overlap;

/**
 * An operator pauses a list, lets it go on, or ends it.
 *
 * @param state {@code RUNNING}, {@code PAUSED} or {@code CANCELLED}
 */
public record OverlapListStateRequest(String state) {}
