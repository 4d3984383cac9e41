package jp.shikaku.contracts.hold;

import java.time.OffsetDateTime;
import java.util.Map;

/**
 * How many holds an insurer has. But for {@code byState}, the open ones are counted.
 *
 * @param openByCode by the code of a finding; a hold with two findings is counted under both
 */
public record HoldSummary(
        OffsetDateTime asOf,
        Map<HoldState, Long> byState,
        Map<HoldEffect, Long> openByEffect,
        Map<HoldCause, Long> openByCause,
        Map<String, Long> openByCode,
        Map<HoldAge, Long> openByAge) {}
