package jp.shikaku.eligibility.batch;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;

import jp.shikaku.contracts.batch.BatchRow;

/** A result as one {@code BatchResult}, or as one {@code BatchRow} a line. */
final class ResultJson implements ResultFormat {

    private static final byte[] NOTHING = {};
    private static final byte[] NEW_LINE = bytes("\n");
    private static final byte[] COMMA = bytes(",\n");
    private static final byte[] BEGINNING = bytes("{\"rows\":[\n");
    private static final byte[] END = bytes("]}");

    private final ObjectWriter json;
    private final boolean byLine;

    private ResultJson(ObjectWriter json, boolean byLine) {
        this.json = json.forType(BatchRow.class);
        this.byLine = byLine;
    }

    static ResultJson document(ObjectWriter json) {
        return new ResultJson(json, false);
    }

    static ResultJson lines(ObjectWriter json) {
        return new ResultJson(json, true);
    }

    @Override
    public boolean isJson() {
        return true;
    }

    @Override
    public String mediaType() {
        return byLine ? BatchResource.NDJSON : "application/json";
    }

    @Override
    public String extension() {
        return byLine ? "ndjson" : "json";
    }

    @Override
    public byte[] beginning() {
        return byLine ? NOTHING : BEGINNING;
    }

    @Override
    public byte[] rows(List<BatchRow> rows, boolean isFirst) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean first = true;
        for (BatchRow row : rows) {
            if (!first) {
                out.writeBytes(byLine ? NEW_LINE : COMMA);
            } else if (!byLine && !isFirst) {
                out.writeBytes(COMMA);
            }
            out.writeBytes(write(row));
            first = false;
        }
        return out.toByteArray();
    }

    @Override
    public byte[] end() {
        return byLine ? NOTHING : END;
    }

    private byte[] write(BatchRow row) {
        try {
            return json.writeValueAsBytes(row);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row of ours can be written", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
