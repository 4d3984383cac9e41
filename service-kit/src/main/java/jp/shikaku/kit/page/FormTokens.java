package jp.shikaku.kit.page;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.inject.Singleton;

import io.vertx.core.http.HttpServerRequest;

/**
 * The token that proves that a form was sent from one of our own pages: an HMAC under the session's cookie. Another site
 * can make a browser send the cookie but cannot read it, and so cannot know the token; the token tells nothing of the
 * cookie. Nothing is stored, and every replica can check it.
 */
@Singleton
class FormTokens {

    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] PURPOSE = "shikaku form".getBytes(StandardCharsets.US_ASCII);
    private static final int SECRET_BYTES = 24;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final SessionCookie cookie;
    private final SecureRandom random = new SecureRandom();

    FormTokens(SessionCookie cookie) {
        this.cookie = cookie;
    }

    /** The token for forms on the page that answers {@code request}; gives the browser a cookie if it has none. */
    String of(HttpServerRequest request) {
        String secret = secret(request);
        if (secret == null) {
            byte[] bytes = new byte[SECRET_BYTES];
            random.nextBytes(bytes);
            secret = BASE64.encodeToString(bytes);
            cookie.setFormSecret(request, secret);
        }
        return token(secret);
    }

    /** Whether {@code token} was on one of our pages, in the same browser and session as {@code request}. */
    boolean isOf(HttpServerRequest request, String token) {
        String secret = secret(request);
        return secret != null
                && token != null
                && MessageDigest.isEqual(
                        token(secret).getBytes(StandardCharsets.US_ASCII), token.getBytes(StandardCharsets.UTF_8));
    }

    private String secret(HttpServerRequest request) {
        String session = cookie.token(request);
        return session == null ? cookie.formSecret(request) : session;
    }

    private static String token(String secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return BASE64.encodeToString(mac.doFinal(PURPOSE));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
