package jp.shikaku.contracts.linkage;

import java.util.UUID;

/**
 * One version of one coverage, as one of many in a {@link CoverageBatch}.
 *
 * @param version counts deliveries of the enrolment, from 1
 */
public record CoverageDelivery(UUID enrolmentId, int version, CoverageVersion content) {}
