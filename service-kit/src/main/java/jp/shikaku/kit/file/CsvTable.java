package jp.shikaku.kit.file;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import jp.shikaku.contracts.text.LocalizedText;

/**
 * A list as a CSV file: a line of headings, then a line for each item. For one thread.
 *
 * @param <T> an item
 */
public final class CsvTable<T> {

    public static final String MEDIA_TYPE = "text/csv";

    private final List<Column<T>> columns;
    private final CsvWriter writer;

    /**
     * What one column is called, and what an item has in it.
     *
     * @param value may give {@code null} for nothing
     */
    public record Column<T>(LocalizedText heading, Function<T, Object> value) {

        public static <T> Column<T> of(String ja, String en, Function<T, Object> value) {
            return new Column<>(new LocalizedText(ja, en), value);
        }
    }

    public CsvTable(List<Column<T>> columns, FileCharset charset) {
        this.columns = List.copyOf(columns);
        this.writer = new CsvWriter(charset);
    }

    /** With what the file begins: its headings. */
    public byte[] beginning(Locale locale) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(writer.beginning());
        out.writeBytes(writer.line(
                columns.stream().map(column -> column.heading().in(locale)).toArray()));
        return out.toByteArray();
    }

    public byte[] lines(List<T> items) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        items.forEach(item -> out.writeBytes(writer.line(
                columns.stream().map(column -> column.value().apply(item)).toArray())));
        return out.toByteArray();
    }
}
