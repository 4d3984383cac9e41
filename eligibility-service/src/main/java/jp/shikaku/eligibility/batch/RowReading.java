package jp.shikaku.eligibility.batch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jp.shikaku.contracts.problem.InvalidField;
import jp.shikaku.contracts.problem.ProblemException;
import jp.shikaku.eligibility.batch.file.SentRow;
import jp.shikaku.eligibility.confirmation.CardQuestion;

/** Makes a question of a row, by the rules of a single one. */
final class RowReading {

    private final LocalDate today;

    /** @param today the day meant by rows that name none */
    RowReading(LocalDate today) {
        this.today = today;
    }

    Row read(SentRow sent) {
        if (sent.isUnreadable()) {
            return new Row.Refused(sent.line(), null, sent.faults());
        }
        try {
            CardQuestion question = CardQuestion.read(sent.request(), today);
            return sent.faults().isEmpty()
                    ? new Row.Open(sent.line(), question)
                    : new Row.Refused(sent.line(), question.correlationId(), sent.faults());
        } catch (ProblemException e) {
            return new Row.Refused(sent.line(), CardQuestion.correlationIdOf(sent.request()), faults(sent, e.errors()));
        }
    }

    /** A value that could not even be read is not told to be missing, too. */
    private static List<InvalidField> faults(SentRow sent, List<InvalidField> values) {
        Set<String> known = sent.faults().stream().map(InvalidField::pointer).collect(Collectors.toSet());
        List<InvalidField> all = new ArrayList<>(sent.faults());
        values.stream().filter(fault -> !known.contains(fault.pointer())).forEach(all::add);
        return all;
    }
}
