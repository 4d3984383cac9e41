package jp.shikaku.inquiry.ticket;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.runtime.Startup;

import jp.shikaku.contracts.number.FollowUpCode;
import jp.shikaku.contracts.number.TicketNumber;
import jp.shikaku.kit.secret.SecretBytes;

/**
 * Makes numbers, codes and keyed hashes. A follow-up code is computed from the inquiry's id, so that a repeated
 * submission is told the same one though only its hash is kept; the hash opens the inquiry also after the key is changed.
 */
@Startup
@ApplicationScoped
class TicketCodes {

    private static final String HMAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    TicketCodes(TicketConfig config) {
        this.key = new SecretKeySpec(SecretBytes.read("shikaku.ticket.code-key", config.codeKey(), KEY_BYTES), HMAC);
    }

    TicketNumber nextNumber() {
        return TicketNumber.next(random);
    }

    FollowUpCode code(UUID ticket) {
        return FollowUpCode.ofFirstBits(
                ByteBuffer.wrap(keyed("code", bytes(ticket.toString()))).getLong());
    }

    static byte[] hash(FollowUpCode code) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes(code.value()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    byte[] fingerprint(byte[] request) {
        return keyed("request", request);
    }

    byte[] hash(String kind, CallerAddress address) {
        return keyed("address:" + kind, bytes(address.value()));
    }

    private byte[] keyed(String purpose, byte[] message) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            mac.update(bytes(purpose));
            mac.update((byte) 0);
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
