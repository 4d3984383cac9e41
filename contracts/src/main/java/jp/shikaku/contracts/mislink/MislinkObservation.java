package jp.shikaku.contracts.mislink;

import com.fasterxml.jackson.annotation.JsonCreator;

import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ValueFault;

/** What made somebody suspect a wrong link. */
public enum MislinkObservation {
    /** Name, birth date or address shown are another person's. */
    ANOTHER_PERSON_SHOWN,
    /** Medical information shown is another person's. */
    ANOTHER_PERSONS_MEDICAL_INFO,
    /** The individual number that was given is another person's. */
    WRONG_INDIVIDUAL_NUMBER,
    /** Anything else: the note says it. */
    OTHER;

    /** @throws InvalidValueException when {@code text} is none of these */
    @JsonCreator
    public static MislinkObservation of(String text) {
        for (MislinkObservation observation : values()) {
            if (observation.name().equals(text)) {
                return observation;
            }
        }
        throw new InvalidValueException(ValueFault.UNKNOWN_CODE);
    }
}
