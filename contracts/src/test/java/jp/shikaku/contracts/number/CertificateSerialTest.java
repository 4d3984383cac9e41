package jp.shikaku.contracts.number;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import jp.shikaku.contracts.problem.ValueFault;

import static jp.shikaku.contracts.RefusalAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

class CertificateSerialTest {

    @ParameterizedTest
    @ValueSource(strings = {"3F0A7791", "3f:0a:77:91", "003F 0A77 91", "３Ｆ０Ａ７７９１", " 3F-0A-77-91 "})
    void readersWriteOneNumberInManyWays(String text) {
        assertThat(CertificateSerial.of(text).value()).isEqualTo("3F0A7791");
    }

    @Test
    void twentyOctetsFitAndMoreDoNot() {
        assertThat(CertificateSerial.of("F".repeat(40)).value()).hasSize(40);
        assertRefused(ValueFault.CERTIFICATE_SERIAL_FORMAT, () -> CertificateSerial.of("F".repeat(41)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "000", "3G", "0x3F", "3F,0A"})
    void whatIsNoSerialNumberIsRefused(String text) {
        assertRefused(ValueFault.CERTIFICATE_SERIAL_FORMAT, () -> CertificateSerial.of(text));
    }

    @Test
    void itIsNeverPrinted() {
        assertThat(CertificateSerial.of("3F0A7791")).hasToString("CertificateSerial[***]");
    }
}
