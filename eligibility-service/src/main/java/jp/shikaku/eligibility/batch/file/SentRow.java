package jp.shikaku.eligibility.batch.file;

import java.util.List;

import jp.shikaku.contracts.batch.BatchQuestion;
import jp.shikaku.contracts.problem.InvalidField;
import jp.shikaku.contracts.problem.ValueFault;

/**
 * One row as it was sent.
 *
 * @param line counts from 1
 * @param question without the values that could not be read
 * @param faults of those, or of the row as a whole
 */
public record SentRow(int line, BatchQuestion question, List<InvalidField> faults) {

    private static final BatchQuestion NOTHING = new BatchQuestion(null, null, null, null, null, null, null, null);

    public SentRow {
        faults = List.copyOf(faults);
    }

    static SentRow unreadable(int line, ValueFault fault) {
        return new SentRow(line, NOTHING, List.of(new InvalidField("", fault)));
    }

    /** Whether not even its values could be told apart. */
    public boolean isUnreadable() {
        return faults.stream().anyMatch(fault -> fault.pointer().isEmpty());
    }

    /** Names nobody, wherever it is printed (R1). */
    @Override
    public String toString() {
        return "SentRow[line=" + line + "]";
    }
}
