package jp.shikaku.registration.individual;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import jp.shikaku.contracts.number.IndividualNumber;
import jp.shikaku.contracts.person.PersonKey;

/**
 * The only form in which an individual number is stored (R5): AES-256-GCM with a random nonce, bound to the key of its
 * person, so that a ciphertext moved to another row cannot be read there.
 *
 * <p>Layout: one byte that names the key, for the day it is changed; 12 bytes nonce; ciphertext and tag.
 */
final class NumberCipher {

    static final int KEY_BYTES = 32;

    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final byte keyId;
    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    /** @throws IllegalArgumentException when {@code key} has not 32 bytes */
    NumberCipher(byte keyId, byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("the key of individual numbers has " + KEY_BYTES + " bytes");
        }
        this.keyId = keyId;
        this.key = new SecretKeySpec(key, "AES");
    }

    byte[] encrypt(IndividualNumber number, PersonKey person) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, person, ByteBuffer.wrap(ascii(number.value())));
        return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
                .put(keyId)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** @throws IllegalStateException when the bytes were made with another key, for another person, or changed */
    IndividualNumber decrypt(byte[] stored, PersonKey person) {
        ByteBuffer bytes = ByteBuffer.wrap(stored);
        if (bytes.get() != keyId) {
            throw new IllegalStateException("made with another key");
        }
        byte[] nonce = new byte[NONCE_BYTES];
        bytes.get(nonce);
        byte[] number = run(Cipher.DECRYPT_MODE, nonce, person, bytes);
        return IndividualNumber.of(new String(number, StandardCharsets.US_ASCII));
    }

    private byte[] run(int mode, byte[] nonce, PersonKey person, ByteBuffer input) {
        try {
            Cipher cipher = Cipher.getInstance(ALGORITHM);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(ascii(person.value()));
            byte[] rest = new byte[input.remaining()];
            input.get(rest);
            return cipher.doFinal(rest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an individual number could not be " + verb(mode), e);
        }
    }

    private static String verb(int mode) {
        return mode == Cipher.ENCRYPT_MODE ? "encrypted" : "decrypted";
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
