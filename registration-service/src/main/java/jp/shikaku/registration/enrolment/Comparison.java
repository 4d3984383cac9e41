package jp.shikaku.registration.enrolment;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import jp.shikaku.contracts.number.InsurerNumber;
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
    record Readable(EnteredRecord entered, Target target) {}

    private final ResidentRegister register;
    private final PersonKeys personKeys;
    private final SubjectKeys subjectKeys;

    Comparison(ResidentRegister register, PersonKeys personKeys, SubjectKeys subjectKeys) {
        this.register = register;
        this.personKeys = personKeys;
        this.subjectKeys = subjectKeys;
    }

    /** One record, which waits when the register cannot be asked: nothing is cleared unseen, nothing is turned away. */
    Uni<Arrival> arrival(InsurerNumber insurer, EnteredRecord entered, Target target) {
        Readable readable = new Readable(entered, target);
        return arrivals(insurer, List.of(readable))
                .onFailure(RegisterUnavailableException.class)
                .recoverWithItem(() -> List.of(unanswered(insurer, readable)))
                .map(arrivals -> arrivals.get(0));
    }

    /** Fails with {@code RegisterUnavailableException} when the register cannot be asked. */
    Uni<List<Arrival>> arrivals(InsurerNumber insurer, List<Readable> records) {
        List<Arrival> unanswered =
                records.stream().map(record -> unanswered(insurer, record)).toList();
        List<RegisterQuestion> questions = unanswered.stream()
                .map(arrival ->
                        new RegisterQuestion(arrival.person(), arrival.entered().individualNumber()))
                .distinct()
                .toList();
        return register.findAll(questions).map(answers -> unanswered.stream()
                .map(arrival -> arrival.with(answers.get(arrival.person())))
                .toList());
    }

    private Arrival unanswered(InsurerNumber insurer, Readable record) {
        return new Arrival(
                record.entered(),
                personKeys.of(record.entered().individualNumber()),
                subjectKeys.of(record.entered().insuredCard(insurer)),
                new RegisterAnswer.Unreachable(),
                record.target());
    }
}
