package jp.shikaku.registration.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.registration.report.FileLines.Line;

/** The rows of a file of reports, so many at a time. */
final class FileRows {

    /** How a line is read. */
    interface Syntax {

        /** @param text of a line that is not blank */
        FileRow row(long line, String text);
    }

    private final FileLines lines;
    private final Syntax syntax;

    FileRows(FileLines lines, Syntax syntax) {
        this.lines = lines;
        this.syntax = syntax;
    }

    /** The next rows, at most {@code limit}; empty at the end. */
    List<FileRow> next(int limit) {
        List<FileRow> rows = new ArrayList<>();
        while (rows.size() < limit && lines.hasNext()) {
            row(lines.next()).ifPresent(rows::add);
        }
        return rows;
    }

    private Optional<FileRow> row(Line line) {
        if (line.text().isEmpty()) {
            return Optional.of(FileRow.unreadable(line.number(), line.shown(), ValueFault.ROW_UNDECODABLE));
        }
        String text = line.text().get();
        return text.chars().allMatch(c -> c == ',' || c == '"' || Character.isWhitespace(c))
                ? Optional.empty()
                : Optional.of(syntax.row(line.number(), text));
    }
}
