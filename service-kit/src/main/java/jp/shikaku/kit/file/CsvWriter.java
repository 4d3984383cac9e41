package jp.shikaku.kit.file;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Writes CSV that spreadsheets open as it is meant: with a byte order mark where it is UTF-8, every text in quotes, and
 * none that would be taken for a formula. For one thread.
 */
public final class CsvWriter {

    /** Characters that windows-31j lacks, and those that it has in their place. */
    private static final Map<Integer, String> LOOK_ALIKES =
            Map.of(0x301C, "～", 0x2212, "－", 0x2016, "∥", 0x2014, "―", 0x2264, "≦", 0x2265, "≧");

    private static final String FORMULA_BEGINNINGS = "=+-@＝＋－＠\t\r\n";

    private final FileCharset charset;
    private final CharsetEncoder encoder;

    public CsvWriter(FileCharset charset) {
        this.charset = charset;
        this.encoder = charset.charset()
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** With what a file begins, before its first line. */
    public byte[] beginning() {
        return charset == FileCharset.UTF_8 ? new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF} : new byte[0];
    }

    /** @param values numbers are written as numbers, {@code null} as an empty text, everything else as text */
    public byte[] line(Object... values) {
        return encode(Arrays.stream(values).map(CsvWriter::written).collect(Collectors.joining(",", "", "\r\n")));
    }

    private static String written(Object value) {
        return value instanceof Number
                ? value.toString()
                : '"' + withoutFormula(Objects.toString(value, "")).replace("\"", "\"\"") + '"';
    }

    private static String withoutFormula(String value) {
        return !value.isEmpty() && FORMULA_BEGINNINGS.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    }

    private byte[] encode(String text) {
        try {
            return bytes(encoder.encode(CharBuffer.wrap(text)));
        } catch (CharacterCodingException e) {
            encoder.reset();
            return encodeOneByOne(text);
        }
    }

    /** What the encoding lacks is written as its code point in braces: a question mark would say nothing. */
    private byte[] encodeOneByOne(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length() * 2);
        text.codePoints().forEach(c -> {
            String character = Character.toString(c);
            String written = encoder.canEncode(character) ? character : substitute(c);
            out.writeBytes(written.getBytes(charset.charset()));
        });
        return out.toByteArray();
    }

    private static String substitute(int codePoint) {
        String lookAlike = LOOK_ALIKES.get(codePoint);
        return lookAlike == null ? "\\u{%X}".formatted(codePoint) : lookAlike;
    }

    private static byte[] bytes(ByteBuffer buffer) {
        return Arrays.copyOfRange(buffer.array(), buffer.position(), buffer.limit());
    }
}
