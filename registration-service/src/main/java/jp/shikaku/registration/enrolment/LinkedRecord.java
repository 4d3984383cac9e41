package jp.shikaku.registration.enrolment;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jp.shikaku.contracts.number.InsurerNumber;

/**
 * Whose record an enrolment is, and since when others see it. Nothing of what it says.
 *
 * @param givenOutSince when the first version was cleared; {@code null} when none ever was
 * @param linkedSince when eligibility first had one; {@code null} when it never had
 * @param withdrawn whether the insurer took it back
 */
public record LinkedRecord(
        UUID enrolmentId, InsurerNumber insurer, Instant givenOutSince, Instant linkedSince, boolean withdrawn) {

    public Optional<Instant> shownSince() {
        return Optional.ofNullable(givenOutSince);
    }
}
