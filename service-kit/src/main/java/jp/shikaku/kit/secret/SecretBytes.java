package jp.shikaku.kit.secret;

import java.util.Base64;

/** A secret of the configuration, base64. Says what is wrong with it without quoting it. */
public final class SecretBytes {

    private SecretBytes() {}

    /** @throws IllegalStateException naming {@code property} when it is not base64 of at least {@code minBytes} */
    public static byte[] read(String property, String base64, int minBytes) {
        byte[] secret;
        try {
            secret = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(property + " is not base64");
        }
        if (secret.length < minBytes) {
            throw new IllegalStateException(property + " has fewer than " + minBytes + " bytes");
        }
        return secret;
    }
}
