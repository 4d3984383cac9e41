package jp.shikaku.eligibility.batch;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jp.shikaku.contracts.problem.InvalidField;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueFault;

/** How the faults of a row are kept: a code and a pointer a line. */
final class RowFaults {

    static final String UNDETERMINED = ProblemType.UNDETERMINED.code();

    private static final Map<String, ValueFault> BY_CODE = Arrays.stream(ValueFault.values())
            .collect(Collectors.toUnmodifiableMap(ValueFault::code, Function.identity()));

    private RowFaults() {}

    /** Why nobody can be asked about by a certificate; named alike where one is asked by at a desk. */
    static InvalidField of(ProblemType unusable) {
        return new InvalidField("/certificateSerial", BY_CODE.get(unusable.code()));
    }

    static String write(List<InvalidField> faults) {
        return faults.stream()
                .map(fault -> fault.fault().code() + " " + fault.pointer())
                .collect(Collectors.joining("\n"));
    }

    static List<InvalidField> read(String text) {
        return text.lines()
                .map(line -> {
                    int blank = line.indexOf(' ');
                    return new InvalidField(line.substring(blank + 1), BY_CODE.get(line.substring(0, blank)));
                })
                .toList();
    }
}
