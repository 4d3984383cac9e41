package jp.shikaku.contracts.person;

import java.util.Base64;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import jp.shikaku.contracts.card.InsuredCard;
import jp.shikaku.contracts.number.CertificateSerial;
import jp.shikaku.contracts.number.IndividualNumber;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.problem.ValueFault;

import static jp.shikaku.contracts.RefusalAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class KeysTest {

    private static final byte[] SECRET = new byte[32];
    private static final byte[] OTHER_SECRET = "another secret of 32 bytes, made up".getBytes();
    private static final InsurerNumber INSURER = InsurerNumber.of("06139992");
    private static final IndividualNumber NUMBER = IndividualNumber.of("123456789018");

    /** Computed outside this program; both services and every release must find the same keys. */
    @Test
    void derivationIsFixed() {
        assertThat(PersonKey.of(NUMBER, SECRET)).hasToString("GoHSx9XXY9DoOLMWvSuF56s4cSpz9x0nofTsO2rDMIs");
        assertThat(subject("123", "4567", "01")).hasToString("vxsV1c0g2nn6WbeCchq2sW1Dmo0Sm5XnwS5yTfjlsYw");
        assertThat(subject(null, "4567", null)).hasToString("lf4fvudFLLL8oGgBHDAddV_VLJUSDQ5YnKaCHEl-4Ws");
        assertThat(CertificateKey.of(CertificateSerial.of("3F0A7791C25E"), SECRET))
                .hasToString("aA7M27zPe3Vz4grC4omzC1lFlPdsvMoR1IqOWKgLgLw");
    }

    @Test
    void oneCardTypedTwiceIsOneSubject() {
        assertThat(subject("１２３", "４５６７", null)).isEqualTo(subject("123", "4567", null));
    }

    @Test
    void branchIsNoPartOfTheSubject() {
        assertThat(subject("123", "4567", "01"))
                .isEqualTo(subject("123", "4567", "02"))
                .isEqualTo(subject("123", "4567", null));
    }

    @Test
    void insurerSymbolNumberAndWhereOneEndsTellSubjectsApart() {
        InsuredCard elsewhere = InsuredCard.of(InsurerNumber.of("01139997"), "123", "4567", null);

        assertThat(subject("123", "4567", null))
                .isNotEqualTo(SubjectKey.of(elsewhere, SECRET))
                .isNotEqualTo(subject("1234", "567", null))
                .isNotEqualTo(subject("12", "34567", null))
                .isNotEqualTo(subject(null, "1234567", null))
                .isNotEqualTo(subject("123", "4568", null));
    }

    @Test
    void anotherSecretGivesOtherKeys() {
        InsuredCard card = InsuredCard.of(INSURER, "123", "4567", null);

        assertThat(SubjectKey.of(card, OTHER_SECRET)).isNotEqualTo(SubjectKey.of(card, SECRET));
        assertThat(PersonKey.of(NUMBER, OTHER_SECRET)).isNotEqualTo(PersonKey.of(NUMBER, SECRET));
    }

    @Test
    void kindsOfKeysStayApartUnderOneSecretAndOneContent() {
        assertThat(OpaqueKey.derived("one", SECRET, "content"))
                .isNotEqualTo(OpaqueKey.derived("other", SECRET, "content"));
        assertThat(OpaqueKey.derived("label", SECRET, "", "a"))
                .isNotEqualTo(OpaqueKey.derived("label", SECRET, "a", ""));
    }

    @Test
    void secretOfLessThan32BytesIsAProgrammingError() {
        byte[] tooShort = new byte[31];

        assertThatIllegalArgumentException().isThrownBy(() -> PersonKey.of(NUMBER, tooShort));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SubjectKey.of(InsuredCard.of(INSURER, null, "1", null), tooShort));
    }

    @Property
    void every256BitsHaveOneText(@ForAll @Size(32) byte[] bits) {
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);

        assertThat(PersonKey.of(text).value()).isEqualTo(text);
        assertThat(SubjectKey.of(text).value()).isEqualTo(text);
        String sameBitsOtherText = text.substring(0, 42) + (char) (text.charAt(42) + 1);
        assertRefused(ValueFault.KEY_FORMAT, () -> PersonKey.of(sameBitsOtherText));
        assertRefused(ValueFault.KEY_FORMAT, () -> SubjectKey.of(sameBitsOtherText));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "short",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA+A",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/A",
                " AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void otherTextsAreNoKeys(String text) {
        assertRefused(ValueFault.KEY_FORMAT, () -> PersonKey.of(text));
        assertRefused(ValueFault.KEY_FORMAT, () -> SubjectKey.of(text));
    }

    @ParameterizedTest
    @NullSource
    void missingKeyIsRequired(String text) {
        assertRefused(ValueFault.REQUIRED, () -> PersonKey.of(text));
        assertRefused(ValueFault.REQUIRED, () -> SubjectKey.of(text));
    }

    private static SubjectKey subject(String symbol, String number, String branch) {
        return SubjectKey.of(InsuredCard.of(INSURER, symbol, number, branch), SECRET);
    }
}
