package jp.shikaku.registration.individual;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

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

    /** As {@link #encrypt}, of many at once; in their order. */
    List<byte[]> encryptAll(SortedMap<String, IndividualNumber> numberByPersonKey) {
        Map<String, byte[]> plain = new LinkedHashMap<>();
        numberByPersonKey.forEach((person, number) -> plain.put(person, ascii(number.value())));
        return seal.closeAll(plain);
    }

    /** @throws IllegalStateException when the bytes were made with another key, for another person, or changed */
    IndividualNumber decrypt(byte[] stored, PersonKey person) {
        return IndividualNumber.of(new String(seal.open(stored, person.value()), StandardCharsets.US_ASCII));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
