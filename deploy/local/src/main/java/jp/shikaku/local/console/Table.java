package jp.shikaku.local.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Rows in columns that line up, also when they hold Japanese, whose characters are two columns wide. */
public final class Table {

    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... header) {
        row(header);
    }

    public Table row(String... cells) {
        rows.add(Arrays.asList(cells));
        return this;
    }

    /** The header, a rule and the rows, without blanks at the end of a line. */
    @Override
    public String toString() {
        var widths = IntStream.range(0, rows.get(0).size()).map(this::width).toArray();
        var lines = new ArrayList<String>();
        for (var row : rows) {
            lines.add(line(row, widths));
        }
        lines.add(1, "─".repeat(Arrays.stream(widths).sum() + GAP.length() * (widths.length - 1)));
        return String.join("\n", lines);
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> width(row.get(column))).max().orElse(0);
    }

    private static String line(List<String> row, int[] widths) {
        var line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            var cell = row.get(column);
            line.append(cell).append(" ".repeat(widths[column] - width(cell))).append(GAP);
        }
        return line.toString().stripTrailing();
    }

    /** Columns on a terminal: two for a character of East Asian width (UAX #11: wide and full), one for any other. */
    static int width(String text) {
        return text.codePoints().map(point -> isWide(point) ? 2 : 1).sum();
    }

    private static boolean isWide(int point) {
        return point >= 0x1100 && point <= 0x115F
                || point >= 0x2E80 && point <= 0xA4CF
                || point >= 0xAC00 && point <= 0xD7A3
                || point >= 0xF900 && point <= 0xFAFF
                || point >= 0xFE30 && point <= 0xFE6F
                || point >= 0xFF01 && point <= 0xFF60
                || point >= 0xFFE0 && point <= 0xFFE6
                || point >= 0x20000 && point <= 0x3FFFD;
    }
}
