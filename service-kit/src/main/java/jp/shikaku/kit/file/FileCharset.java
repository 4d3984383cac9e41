package jp.shikaku.kit.file;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueFault;

/**
 * The encodings in which insurers' systems write. What they call Shift_JIS is windows-31j throughout: Java's
 * {@code Shift_JIS} knows neither 髙 nor ①, and makes other characters of ～ and －.
 */
public enum FileCharset {
    UTF_8(StandardCharsets.UTF_8),
    WINDOWS_31J(Charset.forName("windows-31j"));

    /** Of a file that is UTF-8 except for some damage, one broken byte in so many characters. */
    private static final int DAMAGE = 10;

    private final Charset charset;

    FileCharset(Charset charset) {
        this.charset = charset;
    }

    /**
     * @param declared the charset parameter of {@code Content-Type}; {@code null} when there is none
     * @param head the first bytes of the file, a mebibyte if it has as many
     * @throws jp.shikaku.contracts.problem.ProblemException {@code file-charset-unsupported}
     */
    public static FileCharset of(String declared, byte[] head) {
        if (startsWith(head, 0xFE, 0xFF) || startsWith(head, 0xFF, 0xFE)) {
            throw ProblemType.FILE_CHARSET_UNSUPPORTED.exception(); // UTF-16
        }
        if (byteOrderMark(head) > 0) {
            return UTF_8;
        }
        return declared == null
                ? guess(head)
                : called(declared).orElseThrow(ProblemType.FILE_CHARSET_UNSUPPORTED::exception);
    }

    /** The encoding that is called {@code name}, in any of the spellings in use. */
    private static Optional<FileCharset> called(String name) {
        return switch (name.strip().toLowerCase(Locale.ROOT)) {
            case "utf-8", "utf8" -> Optional.of(UTF_8);
            case "windows-31j", "shift_jis", "shift-jis", "sjis", "ms932", "cp932", "ms_kanji", "x-sjis" ->
                Optional.of(WINDOWS_31J);
            default -> Optional.empty();
        };
    }

    /**
     * The encoding in which somebody wants a file of ours, as a query says it.
     *
     * @throws InvalidValueException {@link ValueFault#UNKNOWN_CODE}
     */
    public static FileCharset wanted(String name) {
        return called(name).orElseThrow(() -> new InvalidValueException(ValueFault.UNKNOWN_CODE));
    }

    /** Length of the mark with which a file says that it is UTF-8. */
    public static int byteOrderMark(byte[] head) {
        return startsWith(head, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    }

    /**
     * UTF-8 when it is that throughout, and also when hardly anything is not: one broken byte must not turn every
     * other row of the file into nonsense. Text in windows-31j is broken UTF-8 from its first kanji on.
     */
    private static FileCharset guess(byte[] head) {
        ByteBuffer in = ByteBuffer.wrap(head);
        CharBuffer out = CharBuffer.allocate(head.length);
        CharsetDecoder decoder = UTF_8.decoder();
        long broken = 0;
        CoderResult result = decoder.decode(in, out, false);
        while (result.isError()) {
            broken += result.length();
            in.position(in.position() + result.length());
            result = decoder.reset().decode(in, out, false);
        }
        long kanjiAndKana =
                out.flip().chars().filter(c -> c >= 0x3000 && c < 0xFF00).count();
        return broken == 0 || broken * DAMAGE < kanjiAndKana ? UTF_8 : WINDOWS_31J;
    }

    private static boolean startsWith(byte[] head, int... bytes) {
        if (head.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((head[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** The name to write into {@code Content-Type}. */
    public String label() {
        return charset.name().toLowerCase(Locale.ROOT);
    }

    /** As Java knows it. */
    public Charset charset() {
        return charset;
    }

    /** A decoder that says what it cannot decode. */
    CharsetDecoder decoder() {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }
}
