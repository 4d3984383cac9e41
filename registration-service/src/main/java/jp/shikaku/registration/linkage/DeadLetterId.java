package jp.shikaku.registration.linkage;

import java.util.UUID;

import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ValueFault;

/** Names a dead letter, also as a cursor: {@code enrolmentId.coverageVersion}. */
record DeadLetterId(UUID enrolmentId, int coverageVersion) {

    /** @throws InvalidValueException {@link ValueFault#KEY_FORMAT} */
    static DeadLetterId of(String text) {
        int dot = text.indexOf('.');
        if (dot < 0 || !text.substring(dot + 1).matches("[1-9][0-9]{0,8}")) {
            throw new InvalidValueException(ValueFault.KEY_FORMAT);
        }
        try {
            return new DeadLetterId(UUID.fromString(text.substring(0, dot)), Integer.parseInt(text.substring(dot + 1)));
        } catch (IllegalArgumentException e) {
            throw new InvalidValueException(ValueFault.KEY_FORMAT);
        }
    }

    @Override
    public String toString() {
        return enrolmentId + "." + coverageVersion;
    }
}
