package jp.shikaku.registration.importing.file;

import java.io.ByteArrayOutputStream;

import jp.shikaku.kit.file.CsvWriter;
import jp.shikaku.kit.file.FileCharset;

/** Writes the file in which a sender finds each refused row: where, what, why, and what to do. For one thread. */
public final class RefusalFile {

    private final CsvWriter writer;

    public RefusalFile(FileCharset charset) {
        this.writer = new CsvWriter(charset);
    }

    public byte[] beginning() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(writer.beginning());
        out.writeBytes(writer.line("行番号", "結果", "項目", "コード", "理由", "対応", "reason", "next step", "元の行"));
        return out.toByteArray();
    }

    public byte[] line(RefusedValue value) {
        RowFault fault = value.fault();
        return writer.line(
                Long.toString(value.line()),
                value.refused() ? "受付不可" : "受付(注意)",
                title(fault.pointer()),
                fault.code(),
                fault.detail().ja(),
                fault.nextStep().ja(),
                fault.detail().en(),
                fault.nextStep().en(),
                value.original());
    }

    /** The title of the column at {@code pointer}, or what the pointer itself says. */
    private static String title(String pointer) {
        return pointer.isEmpty()
                ? ""
                : Column.ofField(pointer.substring(1)).map(Column::titleJa).orElse(pointer);
    }
}
