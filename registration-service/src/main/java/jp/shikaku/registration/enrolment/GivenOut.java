package jp.shikaku.registration.enrolment;

import java.util.List;
import java.util.Optional;

/** What eligibility shows of an enrolment, or is about to. */
final class GivenOut {

    private GivenOut() {}

    /** @param versions of one enrolment, oldest first */
    static Optional<Version> latest(List<Version> versions) {
        return versions.stream()
                .filter(version -> VersionLife.isGivenOut(version.state()))
                .reduce((older, newer) -> newer);
    }
}
