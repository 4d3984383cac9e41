package jp.shikaku.contracts.recheck;

/**
 * An operator pauses a check, lets it go on, or ends it.
 *
 * @param state {@code RUNNING}, {@code PAUSED} or {@code CANCELLED}
 */
public record RecheckStateRequest(String state) {}
