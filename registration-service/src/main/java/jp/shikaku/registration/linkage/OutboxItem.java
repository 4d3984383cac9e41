package jp.shikaku.registration.linkage;

import java.util.UUID;

/**
 * A version to be sent.
 *
 * @param coverage a {@code CoverageVersion} as JSON
 * @param attempts including the one that is about to be made
 */
record OutboxItem(UUID enrolmentId, int version, String coverage, int attempts) {

    /** Names the version, not the person (R1). */
    @Override
    public String toString() {
        return enrolmentId + "/" + version;
    }
}
