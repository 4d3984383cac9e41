package jp.shikaku.contracts.person;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ValueFault;

/** The text of a 256-bit key, and its making by HMAC-SHA256. */
final class OpaqueKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");

    private OpaqueKey() {}

    /**
     * @throws InvalidValueException {@link ValueFault#REQUIRED} for null, {@link ValueFault#KEY_FORMAT} unless the text
     *     is the one base64url writing, without padding, of 32 bytes
     */
    static String checked(String text) {
        if (text == null) {
            throw new InvalidValueException(ValueFault.REQUIRED);
        }
        // The last character carries two spare bits: without the comparison four texts would be one key.
        if (!SHAPE.matcher(text).matches()
                || !text.equals(encoded(Base64.getUrlDecoder().decode(text)))) {
            throw new InvalidValueException(ValueFault.KEY_FORMAT);
        }
        return text;
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
