package jp.shikaku.kit.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM with a random nonce, bound to a text that names the place of the bytes: moved elsewhere they cannot be
 * read.
 *
 * <p>Layout: one byte that names the key, for the day it is changed; 12 bytes nonce; ciphertext and tag.
 */
public final class ByteSeal {

    public static final int KEY_BYTES = 32;

    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final byte keyId;
    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    /** @throws IllegalArgumentException when {@code key} has not 32 bytes */
    public ByteSeal(byte keyId, byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("the key has not " + KEY_BYTES + " bytes");
        }
        this.keyId = keyId;
        this.key = new SecretKeySpec(key, "AES");
    }

    /** Encrypts {@code plain} for the place {@code boundTo}. */
    public byte[] close(byte[] plain, String boundTo) {
        return close(cipher(), plain, boundTo);
    }

    /** Encrypts many, each for its place; in their order. Cheaper than one by one. */
    public List<byte[]> closeAll(Map<String, byte[]> plainByPlace) {
        Cipher cipher = cipher();
        return plainByPlace.entrySet().stream()
                .map(each -> close(cipher, each.getValue(), each.getKey()))
                .toList();
    }

    private byte[] close(Cipher cipher, byte[] plain, String boundTo) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(cipher, Cipher.ENCRYPT_MODE, nonce, boundTo, ByteBuffer.wrap(plain));
        return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
                .put(keyId)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** @throws IllegalStateException when the bytes were made with another key, for another place, or changed */
    public byte[] open(byte[] stored, String boundTo) {
        ByteBuffer bytes = ByteBuffer.wrap(stored);
        if (bytes.get() != keyId) {
            throw new IllegalStateException("made with another key");
        }
        byte[] nonce = new byte[NONCE_BYTES];
        bytes.get(nonce);
        return run(cipher(), Cipher.DECRYPT_MODE, nonce, boundTo, bytes);
    }

    private byte[] run(Cipher cipher, int mode, byte[] nonce, String boundTo, ByteBuffer input) {
        try {
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(boundTo.getBytes(StandardCharsets.UTF_8));
            byte[] output = new byte[cipher.getOutputSize(input.remaining())];
            cipher.doFinal(input, ByteBuffer.wrap(output));
            return output;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "sealed bytes could not be " + (mode == Cipher.ENCRYPT_MODE ? "written" : "read"), e);
        }
    }

    private static Cipher cipher() {
        try {
            return Cipher.getInstance(ALGORITHM);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
