package jp.shikaku.registration.importing.file;

import java.util.Arrays;

import jp.shikaku.contracts.problem.InvalidField;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.text.LocalizedText;

/**
 * One thing that is wrong with a row, or worth a look.
 *
 * @param pointer the field; empty for the row as a whole
 * @param code of the catalogue of refusals
 */
public record RowFault(String pointer, String code, LocalizedText detail, LocalizedText nextStep) {

    public static RowFault of(InvalidField field) {
        ValueFault fault = field.fault();
        return new RowFault(field.pointer(), fault.code(), fault.detail(), fault.nextStep());
    }

    /** The row as a whole was refused as a request of the API would have been. */
    public static RowFault of(ProblemType reason) {
        return new RowFault("", reason.code(), reason.title(), reason.nextStep());
    }

    /** What was written down by its code. */
    public static RowFault ofCode(String pointer, String code) {
        return Arrays.stream(ValueFault.values())
                .filter(fault -> fault.code().equals(code))
                .findAny()
                .map(fault -> of(new InvalidField(pointer, fault)))
                .orElseGet(() -> of(ProblemType.withCode(code).orElse(ProblemType.INTERNAL_ERROR)));
    }
}
