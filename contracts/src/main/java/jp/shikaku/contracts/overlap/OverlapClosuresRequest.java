package jp.shikaku.contracts.overlap;

import java.util.List;

/** @param overlapIds up to 500, each once */
public record OverlapClosuresRequest(List<String> overlapIds) {}
