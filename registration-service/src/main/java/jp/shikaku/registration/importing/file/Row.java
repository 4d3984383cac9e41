package jp.shikaku.registration.importing.file;

import java.util.List;

import jp.shikaku.contracts.enrolment.EnrolmentRequest;
import jp.shikaku.contracts.problem.InvalidField;
import jp.shikaku.contracts.problem.ValueFault;

/** One row of a file, as far as it could be understood. */
public sealed interface Row {

    /** Counts from 1. */
    long line();

    /** The row as it stands in the file, with {@code \xNN} for each byte that is no character. */
    String original();

    /**
     * A record, to be read as the API reads one.
     *
     * @param faults values that could not be understood; the request is without them
     * @param notes values that were read in another way than they are written
     */
    record Read(
            long line, String original, EnrolmentRequest request, List<InvalidField> faults, List<InvalidField> notes)
            implements Row {

        public Read {
            faults = List.copyOf(faults);
            notes = List.copyOf(notes);
        }

        @Override
        public String toString() {
            return "Row.Read[line=" + line + "]";
        }
    }

    /**
     * No record can be made of it.
     *
     * @param faults at least one; with an empty pointer for what is wrong with the row as a whole
     */
    record Unreadable(long line, String original, List<InvalidField> faults) implements Row {

        public Unreadable {
            faults = List.copyOf(faults);
        }

        static Unreadable because(ValueFault fault, long line, String original) {
            return new Unreadable(line, original, List.of(new InvalidField("", fault)));
        }

        @Override
        public String toString() {
            return "Row.Unreadable[line=" + line + "]";
        }
    }
}
