package jp.shikaku.contracts.overlap;

import jp.shikaku.contracts.text.LocalizedText;

/**
 * Why a coverage may not be closed ex officio, or not yet.
 *
 * @param code stable: clients may branch on it
 */
public record OverlapObstacle(String code, LocalizedText message) {}
