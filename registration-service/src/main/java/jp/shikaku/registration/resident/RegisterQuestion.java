package jp.shikaku.registration.resident;

import jp.shikaku.contracts.number.IndividualNumber;
import jp.shikaku.contracts.person.PersonKey;

/**
 * One person to be looked up. The real register is asked by number, the table that stands in for it by key.
 */
public record RegisterQuestion(PersonKey person, IndividualNumber number) {

    /** Names nobody, wherever it is printed (R5). */
    @Override
    public String toString() {
        return "RegisterQuestion[]";
    }
}
