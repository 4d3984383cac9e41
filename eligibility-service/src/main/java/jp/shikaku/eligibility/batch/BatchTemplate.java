package jp.shikaku.eligibility.batch;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.function.Function;

import jp.shikaku.eligibility.batch.file.QuestionColumn;
import jp.shikaku.kit.file.CsvWriter;
import jp.shikaku.kit.file.FileCharset;

/** A file to begin with: every column, and an example. */
final class BatchTemplate {

    private BatchTemplate() {}

    static byte[] in(FileCharset charset) {
        CsvWriter writer = new CsvWriter(charset);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(writer.beginning());
        out.writeBytes(writer.line(each(QuestionColumn::title)));
        out.writeBytes(writer.line(each(QuestionColumn::example)));
        return out.toByteArray();
    }

    private static Object[] each(Function<QuestionColumn, String> value) {
        return Arrays.stream(QuestionColumn.values()).map(value).toArray();
    }
}
