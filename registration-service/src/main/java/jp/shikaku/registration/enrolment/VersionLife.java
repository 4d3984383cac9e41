package jp.shikaku.registration.enrolment;

import java.util.Map;
import java.util.Set;

import jp.shikaku.contracts.enrolment.EnrolmentState;

import static jp.shikaku.contracts.enrolment.EnrolmentState.CLEARED;
import static jp.shikaku.contracts.enrolment.EnrolmentState.HELD;
import static jp.shikaku.contracts.enrolment.EnrolmentState.LINKED;
import static jp.shikaku.contracts.enrolment.EnrolmentState.RECEIVED;
import static jp.shikaku.contracts.enrolment.EnrolmentState.SUPERSEDED;
import static jp.shikaku.contracts.enrolment.EnrolmentState.SUSPENDED;
import static jp.shikaku.contracts.enrolment.EnrolmentState.WITHDRAWN;

/**
 * The life of one version of an enrolment. While a later version is held, the one before stays linked: it is what
 * eligibility shows until the later one has taken its place. What was suspended and is shown again is cleared anew, and
 * linked once eligibility has it.
 */
final class VersionLife {

    private static final Map<EnrolmentState, Set<EnrolmentState>> NEXT = Map.of(
            RECEIVED, Set.of(HELD, CLEARED, SUSPENDED, WITHDRAWN, SUPERSEDED),
            HELD, Set.of(CLEARED, SUSPENDED, WITHDRAWN, SUPERSEDED),
            CLEARED, Set.of(LINKED, SUSPENDED, WITHDRAWN, SUPERSEDED),
            LINKED, Set.of(SUSPENDED, WITHDRAWN, SUPERSEDED),
            SUSPENDED, Set.of(CLEARED, WITHDRAWN, SUPERSEDED),
            WITHDRAWN, Set.of(),
            SUPERSEDED, Set.of());

    private VersionLife() {}

    static boolean allows(EnrolmentState from, EnrolmentState to) {
        return NEXT.get(from).contains(to);
    }

    /** Whether eligibility shows, or is about to show, a version in this state. */
    static boolean isGivenOut(EnrolmentState state) {
        return state == CLEARED || state == LINKED;
    }
}
