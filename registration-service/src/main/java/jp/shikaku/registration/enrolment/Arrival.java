package jp.shikaku.registration.enrolment;

import java.util.List;
import java.util.Optional;

import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.contracts.person.SubjectKey;
import jp.shikaku.registration.check.RegisterAnswer;

/** A record that could be read, with what the register said, about to be taken in. */
record Arrival(
        Origin origin,
        EnteredRecord entered,
        PersonKey person,
        SubjectKey subject,
        RegisterAnswer answer,
        Target target) {

    InsurerNumber insurer() {
        return origin.insurer();
    }

    RecordContent content() {
        return entered.content(person);
    }

    /** The key that the insurer gave, if it gave one. */
    Optional<RecordKey> recordKey() {
        return Optional.ofNullable(entered.recordKey()).map(key -> new RecordKey(insurer(), key));
    }

    /** What tells one enrolment of an insurer from another where it gives no key of its own. */
    List<Object> naturalKey() {
        return List.of(person, subject, entered.acquired());
    }

    Arrival with(RegisterAnswer said) {
        return new Arrival(origin, entered, person, subject, said, target);
    }
}
