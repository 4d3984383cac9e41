package jp.shikaku.contracts.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;

/**
 * Reads the values of one request and gathers everything that is wrong with it, so that a clerk corrects a form once
 * and not once per mistake.
 *
 * <p>A value that was refused is read as {@code null}; call {@link #refuseIfAnyInvalid()} before using any of them.
 */
public final class ValueReader {

    private final List<InvalidField> invalid = new ArrayList<>();

    /** Reads a value that has to be there: blank counts as missing. */
    public <T> T required(String pointer, String text, Function<String, T> parser) {
        if (text == null || text.isBlank()) {
            refuse(pointer, ValueFault.REQUIRED);
            return null;
        }
        return optional(pointer, text, parser);
    }

    /** Reads a value that may be missing: blank counts as missing and is read as {@code null}. */
    public <T> T optional(String pointer, String text, Function<String, T> parser) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return parser.apply(text);
        } catch (InvalidValueException e) {
            refuse(pointer, e.fault());
            return null;
        }
    }

    /** Reads free text that has to be there, stripped, of at most {@code maxLength} UTF-16 units. */
    public String requiredText(String pointer, String text, int maxLength) {
        return required(pointer, text, value -> bounded(value, maxLength));
    }

    /** Reads free text that may be missing, stripped, of at most {@code maxLength} UTF-16 units. */
    public String optionalText(String pointer, String text, int maxLength) {
        return optional(pointer, text, value -> bounded(value, maxLength));
    }

    /** As {@link #requiredText}, of several lines: line breaks of any kind become {@code \n}, tabs stay. */
    public String requiredLines(String pointer, String text, int maxLength) {
        return required(pointer, text, value -> boundedLines(value, maxLength));
    }

    /** As {@link #requiredLines}, of what may be missing. */
    public String optionalLines(String pointer, String text, int maxLength) {
        return optional(pointer, text, value -> boundedLines(value, maxLength));
    }

    /** Notes that the value at {@code pointer} cannot be accepted. */
    public void refuse(String pointer, ValueFault fault) {
        invalid.add(new InvalidField(pointer, fault));
    }

    /** Whether everything read so far was valid. */
    public boolean allValid() {
        return invalid.isEmpty();
    }

    /** Everything that was refused so far; empty when all was valid. */
    public List<InvalidField> faults() {
        return List.copyOf(invalid);
    }

    /** @throws ProblemException of type {@link ProblemType#VALUES_INVALID} when anything was refused */
    public void refuseIfAnyInvalid() {
        if (!invalid.isEmpty()) {
            throw new ProblemException(ProblemType.VALUES_INVALID, invalid);
        }
    }

    private static String bounded(String text, int maxLength) {
        return bounded(text.strip(), maxLength, ValueReader::cannotBeStored);
    }

    private static String boundedLines(String text, int maxLength) {
        String lines = text.strip().replace("\r\n", "\n").replace('\r', '\n');
        return bounded(lines, maxLength, c -> c != '\n' && c != '\t' && cannotBeStored(c));
    }

    private static String bounded(String text, int maxLength, IntPredicate refused) {
        if (text.length() > maxLength) {
            throw new InvalidValueException(ValueFault.TOO_LONG);
        }
        if (text.codePoints().anyMatch(refused)) {
            throw new InvalidValueException(ValueFault.TEXT_CHARACTERS);
        }
        return text;
    }

    /** Control characters and halves of a surrogate pair: the database would refuse or change them, too late. */
    private static boolean cannotBeStored(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL || type == Character.SURROGATE;
    }
}
