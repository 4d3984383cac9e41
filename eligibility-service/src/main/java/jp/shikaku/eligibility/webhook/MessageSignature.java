package jp.shikaku.eligibility.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA256 over id, timestamp and body, written as the Standard Webhooks specification (standardwebhooks.com) does it, for
 * which receivers find libraries.
 */
final class MessageSignature {

    private static final String ALGORITHM = "HmacSHA256";

    private MessageSignature() {}

    /**
     * @param timestamp seconds since 1970
     * @return {@code v1,} and base64
     */
    static String of(byte[] secret, String id, long timestamp, String body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            byte[] signed = (id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8);
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
