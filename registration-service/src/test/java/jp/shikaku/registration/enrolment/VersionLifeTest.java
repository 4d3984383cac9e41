package jp.shikaku.registration.enrolment;

import java.util.EnumSet;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import jp.shikaku.contracts.enrolment.EnrolmentState;

import static jp.shikaku.contracts.enrolment.EnrolmentState.CLEARED;
import static jp.shikaku.contracts.enrolment.EnrolmentState.HELD;
import static jp.shikaku.contracts.enrolment.EnrolmentState.LINKED;
import static jp.shikaku.contracts.enrolment.EnrolmentState.RECEIVED;
import static jp.shikaku.contracts.enrolment.EnrolmentState.SUPERSEDED;
import static jp.shikaku.contracts.enrolment.EnrolmentState.SUSPENDED;
import static jp.shikaku.contracts.enrolment.EnrolmentState.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

class VersionLifeTest {

    @Test
    void aHeldVersionIsNeverLinkedWithoutBeingCleared() {
        assertThat(VersionLife.allows(HELD, LINKED)).isFalse();
        assertThat(VersionLife.allows(RECEIVED, LINKED)).isFalse();
        assertThat(VersionLife.allows(HELD, CLEARED)).isTrue();
        assertThat(VersionLife.allows(CLEARED, LINKED)).isTrue();
    }

    @Test
    void aSuspectedLinkIsReinstatedOrWithdrawn() {
        assertThat(next(SUSPENDED)).containsExactlyInAnyOrder(CLEARED, WITHDRAWN, SUPERSEDED);
        assertThat(VersionLife.allows(LINKED, SUSPENDED)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"WITHDRAWN", "SUPERSEDED"})
    void whatIsOverStaysOver(EnrolmentState state) {
        assertThat(next(state)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void noStateLeadsToItselfOrBackToTheStart(EnrolmentState state) {
        assertThat(next(state)).doesNotContain(state, RECEIVED);
    }

    @Test
    void onlyWhatIsClearedOrLinkedIsGivenOut() {
        assertThat(EnumSet.allOf(EnrolmentState.class).stream().filter(VersionLife::isGivenOut))
                .containsExactlyInAnyOrder(CLEARED, LINKED);
        assertThat(VersionLife.allows(CLEARED, SUPERSEDED)).isTrue();
    }

    private static Set<EnrolmentState> next(EnrolmentState from) {
        EnumSet<EnrolmentState> next = EnumSet.allOf(EnrolmentState.class);
        next.removeIf(to -> !VersionLife.allows(from, to));
        return next;
    }
}
