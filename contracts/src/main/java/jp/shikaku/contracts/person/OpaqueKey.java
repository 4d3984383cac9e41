package jp.shikaku.contracts.person;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ValueFault;

/** The text of a 256-bit key, and its making by HMAC-SHA256. */
final class OpaqueKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int TEXT_LENGTH = 43;
    /** The last of 43 characters carries two bits more than there are. */
    private static final int SPARE_BITS = 0b11;

    private OpaqueKey() {}

    /**
     * @throws InvalidValueException {@link ValueFault#REQUIRED} for null, {@link ValueFault#KEY_FORMAT} unless the text
     *     is the one base64url writing, without padding, of 32 bytes
     */
    static String checked(String text) {
        if (text == null) {
            throw new InvalidValueException(ValueFault.REQUIRED);
        }
        if (!isWritingOfAKey(text)) {
            throw new InvalidValueException(ValueFault.KEY_FORMAT);
        }
        return text;
    }

    /** By hand: each record that is read or taken in brings two keys, and a pattern takes ten times as long. */
    private static boolean isWritingOfAKey(String text) {
        if (text.length() != TEXT_LENGTH) {
            return false;
        }
        int last = 0;
        for (int i = 0; i < TEXT_LENGTH; i++) {
            last = sixBits(text.charAt(i));
            if (last < 0) {
                return false;
            }
        }
        // Otherwise four texts would be one key.
        return (last & SPARE_BITS) == 0;
    }

    /** What a character of base64url stands for, 0 to 63, or -1. */
    private static int sixBits(char character) {
        if (character >= 'A' && character <= 'Z') {
            return character - 'A';
        }
        if (character >= 'a' && character <= 'z') {
            return character - 'a' + 26;
        }
        if (character >= '0' && character <= '9') {
            return character - '0' + 52;
        }
        return character == '-' ? 62 : character == '_' ? 63 : -1;
    }

    /**
     * The key of {@code parts} under {@code secret}. Each part is preceded by its length, so no two lists of parts
     * have the same encoding; the label keeps keys of different kinds apart although they may share a secret.
     *
     * @throws IllegalArgumentException if the secret is shorter than 32 bytes
     */
    static String derived(String label, byte[] secret, String... parts) {
        if (secret.length < KEY_BYTES) {
            throw new IllegalArgumentException("a key secret has at least " + KEY_BYTES + " bytes");
        }
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            update(mac, label);
            for (String part : parts) {
                update(mac, part);
            }
            return encoded(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    private static void update(Mac mac, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        mac.update(bytes);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
