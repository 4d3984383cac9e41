package jp.shikaku.inquiry.notice.delivery;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.runtime.Startup;

import jp.shikaku.kit.secret.SecretBytes;

/**
 * Signs who may acknowledge what: the id of the recipient and the first half of its HMAC-SHA256, as one word for an
 * address. Links of the key before hold until it is taken away.
 */
@Startup
@ApplicationScoped
class LinkTokens {

    private static final String HMAC = "HmacSHA256";
    private static final byte[] PURPOSE = "notice-acknowledgement".getBytes(StandardCharsets.UTF_8);
    private static final int KEY_BYTES = 32;
    private static final int ID_BYTES = 16;
    private static final int MARK_BYTES = 16;

    /** The first one signs. */
    private final List<SecretKey> keys;

    LinkTokens(NoticeConfig config) {
        this.keys = Stream.concat(
                        Stream.of(key("shikaku.notice.link-key", config.linkKey())),
                        config.previousLinkKey().stream().map(text -> key("shikaku.notice.previous-link-key", text)))
                .toList();
    }

    private static SecretKey key(String property, String base64) {
        return new SecretKeySpec(SecretBytes.read(property, base64, KEY_BYTES), HMAC);
    }

    String token(UUID recipient) {
        byte[] id = bytes(recipient);
        byte[] token = ByteBuffer.allocate(ID_BYTES + MARK_BYTES)
                .put(id)
                .put(mark(keys.get(0), id))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** For whom the token was signed; empty when we did not sign it. */
    Optional<UUID> recipient(String token) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length != ID_BYTES + MARK_BYTES) {
            return Optional.empty();
        }
        byte[] id = Arrays.copyOf(bytes, ID_BYTES);
        byte[] mark = Arrays.copyOfRange(bytes, ID_BYTES, bytes.length);
        return keys.stream().anyMatch(key -> MessageDigest.isEqual(mark(key, id), mark))
                ? Optional.of(id(id))
                : Optional.empty();
    }

    private static byte[] mark(SecretKey key, byte[] id) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            mac.update(PURPOSE);
            return Arrays.copyOf(mac.doFinal(id), MARK_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(ID_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static UUID id(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
