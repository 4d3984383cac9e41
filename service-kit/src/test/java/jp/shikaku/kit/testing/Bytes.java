package jp.shikaku.kit.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Files of tests, byte for byte. */
public final class Bytes {

    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");

    private Bytes() {}

    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] windows31j(String text) {
        return text.getBytes(WINDOWS_31J);
    }

    public static byte[] hex(String bytes) {
        return HexFormat.of().parseHex(bytes);
    }

    public static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
