package jp.shikaku.registration.enrolment;

import java.util.List;

import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.contracts.person.SubjectKey;
import jp.shikaku.registration.check.RegisterAnswer;

/** A record that could be read, with what the register said, about to be taken in. */
record Arrival(EnteredRecord entered, PersonKey person, SubjectKey subject, RegisterAnswer answer, Target target) {

    RecordContent content() {
        return entered.content(person);
    }

    /** What tells one enrolment of an insurer from another where it gives no key of its own. */
    List<Object> naturalKey() {
        return List.of(person, subject, entered.acquired());
    }

    Arrival with(RegisterAnswer said) {
        return new Arrival(entered, person, subject, said, target);
    }
}
