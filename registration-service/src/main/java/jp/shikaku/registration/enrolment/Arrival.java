package jp.shikaku.registration.enrolment;

import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.contracts.person.SubjectKey;
import jp.shikaku.registration.check.RegisterAnswer;

/** A record that could be read, with what the register said, about to be taken in. */
record Arrival(EnteredRecord entered, PersonKey person, SubjectKey subject, RegisterAnswer answer, Target target) {

    RecordContent content() {
        return entered.content(person);
    }

    Arrival with(RegisterAnswer said) {
        return new Arrival(entered, person, subject, said, target);
    }
}
