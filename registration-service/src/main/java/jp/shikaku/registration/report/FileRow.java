package jp.shikaku.registration.report;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jp.shikaku.contracts.problem.InvalidField;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.report.NotedReportRow;
import jp.shikaku.contracts.report.RefusedReportRow;
import jp.shikaku.contracts.report.RefusedReportRow.RowError;
import jp.shikaku.contracts.report.ReportRequest;
import jp.shikaku.registration.individual.NumberMask;

/**
 * A row of a file of reports.
 *
 * @param line where it stands, from 1
 * @param original as it came
 * @param request {@code null} when it could not be read at all
 * @param faults why it could not, or of which values; those are missing from the request
 * @param notes values that were read in another way than they are written
 */
record FileRow(long line, String original, ReportRequest request, List<InvalidField> faults, List<InvalidField> notes) {

    static FileRow read(long line, String original, ReportRequest request) {
        return new FileRow(line, original, request, List.of(), List.of());
    }

    static FileRow unreadable(long line, String original, ValueFault fault) {
        return unreadable(line, original, List.of(new InvalidField("", fault)));
    }

    static FileRow unreadable(long line, String original, List<InvalidField> faults) {
        return new FileRow(line, original, null, faults, List.of());
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

    /** Once it was taken in; empty when there is nothing to be said of it. */
    Optional<NotedReportRow> noted() {
        return notes.isEmpty()
                ? Optional.empty()
                : Optional.of(new NotedReportRow(
                        line, masked(), notes.stream().map(RowError::of).toList()));
    }

    private String masked() {
        return request == null
                ? NumberMask.mask(original)
                : NumberMask.mask(original, request.individualNumber(), request.insuredIndividualNumber());
    }

    /** Names nobody, wherever it is printed (R5). */
    @Override
    public String toString() {
        return "FileRow[line=" + line + "]";
    }
}
