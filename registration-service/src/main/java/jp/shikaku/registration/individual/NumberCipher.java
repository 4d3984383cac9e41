package jp.shikaku.registration.individual;

import java.nio.charset.StandardCharsets;

import jp.shikaku.contracts.number.IndividualNumber;
import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.kit.secret.ByteSeal;

/**
 * The only form in which an individual number is stored (R5): sealed, and bound to the key of its person, so that a
 * ciphertext moved to another row cannot be read there.
 */
final class NumberCipher {

    private final ByteSeal seal;

    NumberCipher(ByteSeal seal) {
        this.seal = seal;
    }

    byte[] encrypt(IndividualNumber number, PersonKey person) {
        return seal.close(ascii(number.value()), person.value());
    }

    /** @throws IllegalStateException when the bytes were made with another key, for another person, or changed */
    IndividualNumber decrypt(byte[] stored, PersonKey person) {
        return IndividualNumber.of(new String(seal.open(stored, person.value()), StandardCharsets.US_ASCII));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
