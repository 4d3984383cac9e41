package jp.shikaku.registration.enrolment;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import jp.shikaku.registration.check.RegisterAnswer;
import jp.shikaku.registration.individual.PersonKeys;
import jp.shikaku.registration.individual.SubjectKeys;
import jp.shikaku.registration.resident.RegisterQuestion;
import jp.shikaku.registration.resident.RegisterUnavailableException;
import jp.shikaku.registration.resident.ResidentRegister;

/** Asks the resident register about records that could be read. Before a transaction begins, never within. */
@ApplicationScoped
class Comparison {

    /** A record that could be read, and what it is to become. */
    record Readable(Origin origin, EnteredRecord entered, Target target) {}

    private final ResidentRegister register;
    private final PersonKeys personKeys;
    private final SubjectKeys subjectKeys;

    Comparison(ResidentRegister register, PersonKeys personKeys, SubjectKeys subjectKeys) {
        this.register = register;
        this.personKeys = personKeys;
        this.subjectKeys = subjectKeys;
    }

    /** Records that wait when the register cannot be asked: nothing is cleared unseen, nothing is turned away. */
    Uni<List<Arrival>> arrivalsOrWaiting(List<Readable> records) {
        return arrivals(records)
                .onFailure(RegisterUnavailableException.class)
                .recoverWithItem(() -> records.stream().map(this::unanswered).toList());
    }

    /** Fails with {@code RegisterUnavailableException} when the register cannot be asked. */
    Uni<List<Arrival>> arrivals(List<Readable> records) {
        List<Arrival> unanswered = records.stream().map(this::unanswered).toList();
        List<RegisterQuestion> questions = unanswered.stream()
                .map(arrival ->
                        new RegisterQuestion(arrival.person(), arrival.entered().individualNumber()))
                .distinct()
                .toList();
        return register.findAll(questions).map(answers -> unanswered.stream()
                .map(arrival -> arrival.with(answers.get(arrival.person())))
                .toList());
    }

    private Arrival unanswered(Readable record) {
        return new Arrival(
                record.origin(),
                record.entered(),
                personKeys.of(record.entered().individualNumber()),
                subjectKeys.of(record.entered().insuredCard(record.origin().insurer())),
                new RegisterAnswer.Unreachable(),
                record.target());
    }
}
