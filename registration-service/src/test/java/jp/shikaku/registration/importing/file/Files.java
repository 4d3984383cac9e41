package jp.shikaku.registration.importing.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;

import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.kit.file.FileFormat;
import jp.shikaku.kit.file.Position;
import jp.shikaku.kit.testing.Bytes;

/** Files of the tests, and what is read from them. */
public final class Files {

    static final Charset WINDOWS_31J = Charset.forName("windows-31j");
    static final InsurerNumber INSURER = InsurerNumber.of("06139992");
    static final String HEADER = "個人番号,番号,漢字氏名,カナ氏名,生年月日,性別,住所,本人・家族,資格取得年月日";
    static final String HANAKO = "123456789018,4567,髙﨑 花子,ﾀｶｻｷ ﾊﾅｺ,平成2年1月15日,女,東京都千代田区霞が関１－２－３,本人,R8.4.1";
    static final ObjectReader JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .reader();

    private Files() {}

    public static byte[] utf8(String text) {
        return Bytes.utf8(text);
    }

    public static byte[] windows31j(String text) {
        return Bytes.windows31j(text);
    }

    public static byte[] hex(String bytes) {
        return Bytes.hex(bytes);
    }

    public static byte[] join(byte[]... parts) {
        return Bytes.join(parts);
    }

    static FileForm csvForm(byte[] file) {
        return FileForm.of(FileFormat.CSV, null, ColumnChoice.LAYOUT, file);
    }

    static List<Row> rowsOfCsv(byte[] file) {
        return rows(file, csvForm(file));
    }

    static List<Row> rowsOfNdjson(byte[] file) {
        return rows(file, FileForm.of(FileFormat.NDJSON, null, ColumnChoice.LAYOUT, file));
    }

    static List<Row> rows(byte[] file, FileForm form) {
        RowReader reader = reader(file, form, form.firstRow());
        List<Row> rows = new ArrayList<>();
        for (Optional<Row> row = next(reader); row.isPresent(); row = next(reader)) {
            rows.add(row.get());
        }
        return rows;
    }

    static RowReader reader(byte[] file, FileForm form, Position from) {
        int offset = (int) from.offset();
        return new RowReader(new ByteArrayInputStream(file, offset, file.length - offset), form, from, INSURER, JSON);
    }

    static Optional<Row> next(RowReader reader) {
        try {
            return reader.next();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Row.Read read(Row row) {
        return (Row.Read) row;
    }

    static Row.Unreadable unreadable(Row row) {
        return (Row.Unreadable) row;
    }
}
