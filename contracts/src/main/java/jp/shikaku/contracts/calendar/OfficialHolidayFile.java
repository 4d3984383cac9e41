package jp.shikaku.contracts.calendar;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The lines of the official file, whichever of its two encodings it came in. */
final class OfficialHolidayFile {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final byte[] bytes;

    OfficialHolidayFile(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /** @throws OfficialHolidayTableException when it is neither UTF-8 nor windows-31j */
    List<String> lines() {
        String text = text();
        return (text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text)
                .lines()
                .toList();
    }

    /** Never {@code Shift_JIS}: the file is Microsoft's variant, which has characters the standard one lacks. */
    private String text() {
        try {
            return decode(StandardCharsets.UTF_8);
        } catch (CharacterCodingException notUtf8) {
            try {
                return decode(Charset.forName("windows-31j"));
            } catch (CharacterCodingException neither) {
                throw new OfficialHolidayTableException(
                        1, "文字コードが UTF-8 でも windows-31j でもありません。", "It is neither UTF-8 nor windows-31j.");
            }
        }
    }

    /** A fresh decoder reports what it cannot decode instead of replacing it. */
    private String decode(Charset charset) throws CharacterCodingException {
        return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }
}
