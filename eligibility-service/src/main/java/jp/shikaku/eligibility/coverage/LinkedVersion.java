package jp.shikaku.eligibility.coverage;

import java.util.UUID;

import jp.shikaku.contracts.linkage.CoverageVersion;
import jp.shikaku.contracts.person.SubjectKey;

/**
 * A version as it was handed over and found acceptable.
 *
 * @param hash {@link ContentHash} of the content
 */
record LinkedVersion(UUID enrolmentId, int version, CoverageVersion content, SubjectKey subject, byte[] hash) {

    static LinkedVersion of(UUID enrolmentId, int version, CoverageVersion content, SubjectKey subject) {
        return new LinkedVersion(enrolmentId, version, content, subject, ContentHash.of(content));
    }
}
