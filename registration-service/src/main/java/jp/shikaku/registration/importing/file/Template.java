package jp.shikaku.registration.importing.file;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.function.Function;

import jp.shikaku.kit.file.CsvWriter;
import jp.shikaku.kit.file.FileCharset;

/** A file to fill in: the titles of the layout, and one row that shows how values are written. */
public final class Template {

    private Template() {}

    public static byte[] in(FileCharset charset) {
        CsvWriter writer = new CsvWriter(charset);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(writer.beginning());
        out.writeBytes(writer.line((Object[]) each(Column::titleJa)));
        out.writeBytes(writer.line((Object[]) each(Column::example)));
        return out.toByteArray();
    }

    private static String[] each(Function<Column, String> part) {
        return Arrays.stream(Column.values()).map(part).toArray(String[]::new);
    }
}
