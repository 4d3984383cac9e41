package jp.shikaku.registration.report;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

import jp.shikaku.contracts.problem.ProblemType;

/**
 * The lines of a file, one after the other. They are cut before they are decoded, so that a broken one costs no other:
 * in UTF-8 and windows-31j a line feed is never part of another character.
 */
final class FileLines {

    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final byte[] file;
    private final Charset charset;
    private int position;
    private long number;

    /**
     * @param declared the charset of {@code Content-Type}; {@code null} when there is none
     * @throws jp.shikaku.contracts.problem.ProblemException {@code file-charset-unsupported}
     */
    FileLines(byte[] file, String declared) {
        this.file = file;
        boolean marked = ByteBuffer.wrap(file, 0, Math.min(file.length, BYTE_ORDER_MARK.length))
                .equals(ByteBuffer.wrap(BYTE_ORDER_MARK));
        this.position = marked ? BYTE_ORDER_MARK.length : 0;
        this.charset = marked ? StandardCharsets.UTF_8 : declared == null ? guess() : named(declared);
    }

    /** @param text empty when the bytes are no text; then {@code shown} has them, those that are no ASCII as {@code \xHH} */
    record Line(long number, Optional<String> text, String shown) {}

    boolean hasNext() {
        return position < file.length;
    }

    Line next() {
        int end = position;
        while (end < file.length && file[end] != '\n') {
            end++;
        }
        int length = end - position - (end > position && file[end - 1] == '\r' ? 1 : 0);
        ByteBuffer bytes = ByteBuffer.wrap(file, position, length).slice();
        position = end + 1;
        number++;
        Optional<String> text = decoded(bytes, charset);
        return new Line(number, text, text.orElseGet(() -> shown(bytes)));
    }

    /** What is no UTF-8 from beginning to end, and is windows-31j, was written by a spreadsheet of before. */
    private Charset guess() {
        boolean isOld = decoded(ByteBuffer.wrap(file), StandardCharsets.UTF_8).isEmpty()
                && decoded(ByteBuffer.wrap(file), WINDOWS_31J).isPresent();
        return isOld ? WINDOWS_31J : StandardCharsets.UTF_8;
    }

    private static Charset named(String name) {
        return switch (name.strip().toLowerCase(Locale.ROOT)) {
            case "utf-8", "utf8" -> StandardCharsets.UTF_8;
            case "windows-31j", "shift_jis", "sjis", "ms932", "cp932" -> WINDOWS_31J;
            default -> throw ProblemType.FILE_CHARSET_UNSUPPORTED.exception();
        };
    }

    private static Optional<String> decoded(ByteBuffer bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(bytes.duplicate())
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static String shown(ByteBuffer bytes) {
        StringBuilder shown = new StringBuilder();
        while (bytes.hasRemaining()) {
            byte b = bytes.get();
            shown.append(b >= ' ' ? String.valueOf((char) b) : "\\x%02X".formatted(b & 0xFF));
        }
        return shown.toString();
    }
}
