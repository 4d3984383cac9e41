package jp.shikaku.registration.resident;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.contracts.person.Sex;
import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.resident.ResidentAnswers;
import jp.shikaku.contracts.resident.ResidentInquiry;
import jp.shikaku.contracts.text.WireDate;
import jp.shikaku.registration.check.RegisterAnswer;
import jp.shikaku.registration.individual.FiveItems;

/** One inquiry, and what its answers mean. An answer in doubt is no answer. */
record Inquiry(List<RegisterQuestion> questions) {

    ResidentInquiry wire() {
        return new ResidentInquiry(IntStream.range(0, questions.size())
                .mapToObj(ref -> new ResidentInquiry.Question(
                        ref, questions.get(ref).number().value()))
                .toList());
    }

    /** @throws UnusableAnswerException unless every question has one whole answer */
    Map<PersonKey, RegisterAnswer> read(ResidentAnswers answers) {
        if (answers == null || answers.answers() == null) {
            throw unusable("no answers");
        }
        Map<Integer, RegisterAnswer> byRef = new HashMap<>();
        for (ResidentAnswers.Answer answer : answers.answers()) {
            if (answer == null || answer.ref() == null || byRef.put(answer.ref(), read(answer)) != null) {
                throw unusable("an answer without a question of its own");
            }
        }
        Map<PersonKey, RegisterAnswer> byPerson = new HashMap<>();
        for (int ref = 0; ref < questions.size(); ref++) {
            RegisterAnswer answer = byRef.remove(ref);
            if (answer == null) {
                throw unusable("a question without an answer");
            }
            byPerson.put(questions.get(ref).person(), answer);
        }
        if (!byRef.isEmpty()) {
            throw unusable("an answer that nobody asked for");
        }
        return byPerson;
    }

    private static RegisterAnswer read(ResidentAnswers.Answer answer) {
        boolean isThere = answer.person() != null;
        if (answer.result() == ResidentAnswers.Result.FOUND && isThere) {
            return new RegisterAnswer.Found(items(answer.person()));
        }
        if (answer.result() == ResidentAnswers.Result.UNKNOWN && !isThere) {
            return new RegisterAnswer.Unknown();
        }
        throw unusable("neither found nor unknown");
    }

    private static FiveItems items(ResidentAnswers.Person person) {
        return new FiveItems(
                text(person.name()),
                text(person.nameKana()),
                birthDate(person.birthDate()),
                sex(person.sex()),
                text(person.address()));
    }

    private static String text(String text) {
        if (text == null || text.isBlank()) {
            throw unusable("an empty text");
        }
        return text;
    }

    private static LocalDate birthDate(String date) {
        try {
            return WireDate.parse(date);
        } catch (InvalidValueException e) {
            throw unusable("a birth date that is none");
        }
    }

    private static Sex sex(String code) {
        try {
            return Sex.ofCode(code);
        } catch (InvalidValueException e) {
            throw unusable("a sex that is none");
        }
    }

    private static UnusableAnswerException unusable(String reason) {
        return new UnusableAnswerException(reason, true);
    }
}
