package jp.shikaku.registration.linkage;

import java.util.UUID;

import jp.shikaku.contracts.linkage.CoverageState;

/**
 * Something that eligibility has been told of an enrolment, and acts by.
 *
 * @param version of the record
 */
public record Delivered(UUID enrolmentId, int version, CoverageState state) {}
