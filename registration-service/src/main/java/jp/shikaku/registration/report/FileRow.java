package jp.shikaku.registration.report;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jp.shikaku.contracts.problem.InvalidField;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.report.RefusedReportRow;
import jp.shikaku.contracts.report.RefusedReportRow.RowError;
import jp.shikaku.contracts.report.ReportRequest;

/**
 * A row of a file of reports.
 *
 * @param line where it stands, from 1
 * @param original as it came
 * @param request {@code null} when it could not be read at all
 * @param faults why it could not, or of which values; those are missing from the request
 */
record FileRow(long line, String original, ReportRequest request, List<InvalidField> faults) {

    private static final String MASK = "************";

    /** An individual number, or one with a digit more or fewer, however it is grouped. */
    private static final Pattern LIKE_A_NUMBER =
            Pattern.compile("(?<![0-9０-９])[0-9０-９](?:[-－ 　]?[0-9０-９]){10,12}(?![0-9０-９])");

    static FileRow read(long line, String original, ReportRequest request) {
        return new FileRow(line, original, request, List.of());
    }

    static FileRow unreadable(long line, String original, ValueFault fault) {
        return new FileRow(line, original, null, List.of(new InvalidField("", fault)));
    }

    /** @param because besides its own faults; that a value is missing which could not be read is not said */
    RefusedReportRow refused(List<InvalidField> because) {
        Set<String> unread = faults.stream().map(InvalidField::pointer).collect(Collectors.toSet());
        Stream<InvalidField> others = because.stream().filter(fault -> !unread.contains(fault.pointer()));
        return new RefusedReportRow(
                line,
                masked(),
                Stream.concat(faults.stream(), others).map(RowError::of).toList());
    }

    private String masked() {
        String text = original;
        if (request != null) {
            for (String number : Stream.of(request.individualNumber(), request.insuredIndividualNumber())
                    .filter(value -> value != null && !value.isBlank())
                    .toList()) {
                text = text.replace(number, MASK);
            }
        }
        return LIKE_A_NUMBER.matcher(text).replaceAll(MASK);
    }

    /** Names nobody, wherever it is printed (R5). */
    @Override
    public String toString() {
        return "FileRow[line=" + line + "]";
    }
}
