package jp.shikaku.contracts.overlap;

import java.util.UUID;

import jp.shikaku.contracts.text.LocalizedText;

/**
 * Why a version ended a coverage without a report: the person was insured elsewhere.
 *
 * @param overlapId the overlap that was closed by it
 * @param list the latest list then
 * @param consecutiveLists how many lists up to that one told of it
 */
public record ExOfficioClosure(UUID overlapId, int list, int consecutiveLists, LocalizedText reason) {}
