package jp.shikaku.registration.individual;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.junit.jupiter.api.Test;

import jp.shikaku.contracts.number.IndividualNumber;
import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.kit.secret.ByteSeal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class NumberCipherTest {

    private static final IndividualNumber NUMBER = IndividualNumber.of("123456789018");
    private static final PersonKey PERSON = PersonKey.of(NUMBER, new byte[32]);
    private static final PersonKey SOMEBODY_ELSE = PersonKey.of(IndividualNumber.of("465281266333"), new byte[32]);

    private final NumberCipher cipher = cipher(1, key(7));

    @Test
    void whatWasEncryptedIsDecrypted() {
        assertThat(cipher.decrypt(cipher.encrypt(NUMBER, PERSON), PERSON)).isEqualTo(NUMBER);
    }

    @Test
    void theSameNumberIsNeverEncryptedAlike() {
        assertThat(cipher.encrypt(NUMBER, PERSON)).isNotEqualTo(cipher.encrypt(NUMBER, PERSON));
    }

    @Test
    void theNumberDoesNotShow() {
        String stored = new String(cipher.encrypt(NUMBER, PERSON), StandardCharsets.ISO_8859_1);

        assertThat(stored).hasSize(41).doesNotContain("123456789018", "1234567890");
    }

    @Test
    void aChangedOrMovedCiphertextIsRefused() {
        byte[] stored = cipher.encrypt(NUMBER, PERSON);
        byte[] changed = stored.clone();
        changed[20] ^= 1;

        assertThatIllegalStateException().isThrownBy(() -> cipher.decrypt(changed, PERSON));
        assertThatIllegalStateException().isThrownBy(() -> cipher.decrypt(stored, SOMEBODY_ELSE));
    }

    @Test
    void anotherKeyIsRefused() {
        byte[] stored = cipher.encrypt(NUMBER, PERSON);

        assertThatIllegalStateException().isThrownBy(() -> cipher(2, key(7)).decrypt(stored, PERSON));
        assertThatIllegalStateException().isThrownBy(() -> cipher(1, key(8)).decrypt(stored, PERSON));
        assertThatIllegalArgumentException().isThrownBy(() -> cipher(1, new byte[16]));
    }

    private static NumberCipher cipher(int keyId, byte[] key) {
        return new NumberCipher(new ByteSeal((byte) keyId, key));
    }

    private static byte[] key(int fill) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) fill);
        return key;
    }
}
